import type { LiveEntry } from '#shared/journal/entry.ts'
import { unreachable } from '#shared/lib/unreachable.ts'
import type { TalkingPointsEvent } from '#shared/talkingpoints/events.ts'
import {
  mostHistory,
  mostSections,
  type Change,
  type Section,
  type TalkingPoints,
} from '#shared/talkingpoints/state.ts'

type Issued = Extract<TalkingPointsEvent, { type: 'talkingpoints.issued' }>

export function evolveTalkingPoints(
  state: TalkingPoints,
  event: TalkingPointsEvent,
  { by, at }: LiveEntry,
): TalkingPoints {
  switch (event.type) {
    case 'talkingpoints.issued':
      return { ...moveOn(state, 'issued', event.title, at), sections: putFirst(state.sections, event, at) }
    case 'talkingpoints.retracted': {
      const sections = state.sections.filter(({ message }) => message !== event.message)
      return { ...moveOn(state, 'retracted', event.title, at), sections }
    }
    case 'talkingpoints.forbidden': {
      const { statements: forbidden, version: forbiddenIn } = event
      return { ...moveOn(state, 'forbidden', null, at), forbidden, forbiddenIn }
    }
    case 'talkingpoints.acknowledged':
      if (by === 'system') return state
      return { ...state, acks: { ...state.acks, [by]: { version: event.version, at } } }
    default:
      return unreachable(event)
  }
}

function moveOn(state: TalkingPoints, change: Change, title: string | null, at: number): TalkingPoints {
  const version = state.version + 1
  const history = [{ version, at, change, title }, ...state.history].slice(0, mostHistory)
  return { ...state, version, history }
}

function putFirst(sections: readonly Section[], event: Issued, at: number): readonly Section[] {
  const { type: _, version: issuedIn, replaces, ...wording } = event
  const earlier = sections.find(({ message }) => message === event.message)
  const before = earlier === undefined ? null : { text: earlier.text, points: earlier.points }
  const gone = new Set([event.message, ...replaces])
  const others = sections.filter(({ message }) => !gone.has(message))
  return [{ ...wording, at, issuedIn, before }, ...others].slice(0, mostSections)
}
