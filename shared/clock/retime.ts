import { retimeSessions } from '#shared/access/session.ts'
import { moveCounts } from '#shared/calls/counters.ts'
import type { Correction } from '#shared/clock/events.ts'
import { minute } from '#shared/lib/time.ts'
import type { Crisis, State } from '#shared/state.ts'

/*
 * What a state holds was recorded under a clock that turned out to be wrong: its times are set right, so that delays,
 * sessions and promises count from when things really happened.
 *
 * Every number of a state that lies between the earliest and the latest wrong time is a time taken from that clock: no
 * count, size or sequence number comes near. What was made then also holds times that were counted or typed on it (a
 * session's end, a promise): they move with it. A whole minute was chosen by a person, and perhaps long before: alone it
 * says nothing of when it was made.
 */

/** Times between these are moved by so much. */
export type Move = Pick<Correction, 'from' | 'to' | 'by'>

type Window = Move &
  Readonly<{
    /** The names of what stays as it is. */
    said?: readonly string[]
  }>

/*
 * What people have written and others have approved stays word for word, its hours with it: an approval names its hash,
 * and the public has been promised just that. So does what an alert bears that is out (ADR 22).
 */
const saidOf = {
  messages: ['content', 'sentAt', 'alert'],
  talkingpoints: ['nextPointAt'],
} as const satisfies Readonly<Partial<Record<keyof Crisis, readonly string[]>>>

/**
 * The journal’s own entries keep the time that they bear: `timesOf` tells both.
 *
 * @param from the earliest time that is wrong in the state (ms)
 */
export function retimeState(state: State, correction: Correction, from = correction.from): State {
  const { to, by } = correction
  const window = { from, to, by }
  const { seq, standing, crises, access } = state
  const { clock, ...others } = standing
  const { sessions, ...secrets } = access
  return {
    seq,
    standing: { ...retime(others, window), clock },
    crises: Object.fromEntries(
      Object.entries(crises).map(([id, crisis]) => [id, retimeCrisis(crisis, window)]),
    ),
    access: { ...retime(secrets, window), sessions: retimeSessions(sessions, correction) },
  }
}

function retimeCrisis(
  { journal, calls, messages, talkingpoints, ...others }: Crisis,
  window: Window,
): Crisis {
  const { counters, ...sheets } = calls
  return {
    ...retime(others, window),
    journal,
    calls: { ...retime(sheets, window), counters: moveCounts(counters, window) },
    messages: retime(messages, { ...window, said: saidOf.messages }),
    talkingpoints: retime(talkingpoints, { ...window, said: saidOf.talkingpoints }),
  }
}

/** The same value where nothing of it is concerned. */
export function retime<T>(value: T, window: Window): T {
  // It has the shape that it had: only numbers change.
  return move(value, window, false) as T
}

function move(value: unknown, window: Window, wasMadeThen: boolean): unknown {
  if (typeof value === 'number') return isConcerned(value, window, wasMadeThen) ? value + window.by : value
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value)
  const isMadeThen = wasMadeThen || parts.some(([, part]) => isReadThen(part, window))
  const moved = parts.map(
    ([key, part]) => [key, window.said?.includes(key) ? part : move(part, window, isMadeThen)] as const,
  )
  if (moved.every(([, part], n) => part === parts[n]?.[1])) return value
  return Array.isArray(value) ? moved.map(([, part]) => part) : Object.fromEntries(moved)
}

function isConcerned(time: number, window: Window, wasMadeThen: boolean): boolean {
  return wasMadeThen ? time >= window.from : isReadThen(time, window)
}

/** Read from the wrong clock: to the millisecond, while it was wrong. */
function isReadThen(value: unknown, { from, to }: Window): boolean {
  return typeof value === 'number' && value >= from && value <= to && value % minute !== 0
}
