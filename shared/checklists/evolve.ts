import type { ChecklistsEvent } from '#shared/checklists/events.ts'
import type { Checklists, CrisisChecklists } from '#shared/checklists/state.ts'
import type { Author } from '#shared/lib/id.ts'

export function evolveChecklistCards(cards: Checklists, event: ChecklistsEvent): Checklists {
  return event.type === 'checklists.saved' ? { ...cards, [event.role]: event.steps } : cards
}

export function evolveChecklists(
  state: CrisisChecklists,
  event: ChecklistsEvent,
  { by, at }: Readonly<{ by: Author; at: number }>,
): CrisisChecklists {
  switch (event.type) {
    case 'checklists.opened':
      return { lists: event.lists, ticks: {} }
    case 'checklists.ticked':
      return { ...state, ticks: { ...state.ticks, [event.step]: { by, at } } }
    case 'checklists.unticked': {
      const { [event.step]: _, ...ticks } = state.ticks
      return { ...state, ticks }
    }
    default:
      return state
  }
}
