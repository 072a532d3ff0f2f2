import type { CallinCommand } from '#shared/callin/commands.ts'
import type { CallinEvent } from '#shared/callin/events.ts'
import { nextToCall } from '#shared/callin/next.ts'
import { calledOf, heldBy, isPresent } from '#shared/callin/select.ts'
import type { Callin } from '#shared/callin/state.ts'
import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import type { Author, MemberId } from '#shared/lib/id.ts'
import type { Crisis } from '#shared/state.ts'

type Take = Extract<CallinCommand, { type: 'callin.take' }>

export function decideTake({ callin }: Crisis, { member, takeOver }: Take, context: Context): Decision {
  if (context.standing.roster.members[member] === undefined) {
    return refuse('callin.unknown-member', { field: 'member' })
  }
  const { taken, stand } = calledOf(callin, member)
  if (taken?.by === context.by) return accept()
  if (taken !== null && !takeOver) return refuseTaken(taken.by, context)
  if (isPresent(stand)) return refuse('callin.already-present', { field: 'member' })
  return accept(...takeInstead(callin, member, context.by))
}

export function decideTakeNext({ callin }: Crisis, context: Context): Decision {
  // Pressed twice, or on two screens of the same person: who is in hand stays in hand.
  if (heldBy(callin, context.by) !== null) return accept()
  const next = nextToCall(context.standing.roster, callin, context.at)
  if (next === null) return refuse('callin.nobody-to-call')
  return accept({ type: 'callin.taken', member: next })
}

export function decideRelease(callin: Callin, member: MemberId, context: Context): Decision {
  const { taken } = calledOf(callin, member)
  if (taken === null) return accept()
  if (taken.by !== context.by) return refuseTaken(taken.by, context)
  return accept({ type: 'callin.released', member })
}

/** One hand holds one member: taking another lets the first go. */
export function takeInstead(callin: Callin, member: MemberId, operator: Author): readonly CallinEvent[] {
  const earlier = heldBy(callin, operator)
  const taken = { type: 'callin.taken', member } as const
  return earlier === null || earlier === member
    ? [taken]
    : [{ type: 'callin.released', member: earlier }, taken]
}

export function refuseTaken(by: Author, { standing }: Context): Decision {
  const holder = by === 'system' ? null : (standing.people[by]?.name ?? null)
  return refuse('callin.already-taken', { field: 'member', detail: holder })
}
