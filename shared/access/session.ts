import type { Correction } from '#shared/clock/events.ts'
import { isConcerned } from '#shared/clock/select.ts'
import type { PersonId } from '#shared/lib/id.ts'
import { day, hour } from '#shared/lib/time.ts'

/** Long enough for a double shift: a crisis night must not end at a sign-in form. */
export const sessionLength = day

/** Of a session over whose end no server was there: long enough to end the watch. */
const heldAtMost = 8 * hour

export type Session = Readonly<{
  account: PersonId
  opened: At
  /** What the browser calls itself. */
  agent: string
  /** `lasts` milliseconds from there. */
  term: At & Readonly<{ lasts: number }>
}>

/** The time of an entry: it moves with that entry's if its clock turns out to have been wrong. */
type At = Readonly<{ seq: number; at: number }>

/** By SHA-256 hex of the token, oldest first. */
export type Sessions = Readonly<Record<string, Session>>

/** When it is over (ms since the epoch). */
export function endOf({ term }: Session): number {
  return term.at + term.lasts
}

type Step = Readonly<{
  /** The last time that was told before. */
  from: number
  /** The first that is told after it. */
  to: number
  /** The entry that tells of it. */
  seq: number
}>

/**
 * The cell's time goes from one instant to another without a server that lived through it: none ran, or a clock was wrong,
 * and nobody can tell which. Whose session ended in between, or has yet to begin, has as long left as before; after a second such step only what is left of that.
 */
export function keepLeft(sessions: Sessions, { from, to, seq }: Step): Sessions {
  return mapSessions(sessions, (session) => {
    const left = endOf(session) - from
    if (left <= 0) return session
    if (session.term.at > to) return { ...session, term: { seq, at: to, lasts: left } }
    const isHeldAlready = session.term.seq !== session.opened.seq
    if (endOf(session) > to || isHeldAlready) return session
    return { ...session, term: { seq, at: to, lasts: Math.min(left, heldAtMost) } }
  })
}

/** Begun under a clock that was wrong, they end as much earlier or later. */
export function retimeSessions(sessions: Sessions, correction: Correction): Sessions {
  const move = <T extends At>(time: T): T =>
    isConcerned(correction, time) ? { ...time, at: time.at + correction.by } : time
  return mapSessions(sessions, (session) => ({
    ...session,
    opened: move(session.opened),
    term: move(session.term),
  }))
}

function mapSessions(sessions: Sessions, change: (session: Session) => Session): Sessions {
  return Object.fromEntries(Object.entries(sessions).map(([id, session]) => [id, change(session)]))
}
