import type { Activation } from '#shared/activation/state.ts'
import { publications, type Publication } from '#shared/messages/publications.ts'
import type { Message, Messages } from '#shared/messages/state.ts'

/**
 * « Prochain point à 03:10 »: a promise made by a publication. It is kept by a later publication, before its time, that
 * says how things stand: one that makes a promise of its own, a situation report, or the end of the event
 * (domain.md 3.8, Q8). A closure in time lifts it: the page says « Terminé », and nobody is left to give a point.
 */
type PromiseStatus = 'waiting' | 'late' | 'kept' | 'broken' | 'lifted'

/** What promises depend on: any crisis. */
type Promising = Readonly<{ messages: Messages; activation: Pick<Activation, 'closed'> }>

export type NextPoint = Readonly<{
  /** The promised instant. */
  dueAt: number
  promisedAt: number
  message: Message['id']
  status: PromiseStatus
}>

/** Every promise made, oldest first. */
export function nextPoints({ messages, activation }: Promising, now: number): readonly NextPoint[] {
  const closedAt = activation.closed?.at ?? Infinity
  const all = publications(messages)
  return all.flatMap((publication, n) => {
    const { message, at, nextPointAt } = publication
    // A correction that keeps the hour keeps the promise: it is not another one.
    if (nextPointAt === null || repeats(all.slice(0, n), publication)) return []
    const answer = all.slice(n + 1).find((later) => answers(later, publication))
    const status = statusOf(nextPointAt, { answeredAt: answer?.at ?? Infinity, closedAt, now })
    return [{ dueAt: nextPointAt, promisedAt: at, message: message.id, status }]
  })
}

/** The promise the public is waiting on: the last one made, until a text that makes none or the closure ends it. */
export function nextPointInForce(crisis: Promising, now: number): NextPoint | null {
  const last = nextPoints(crisis, now).at(-1)
  return last?.status === 'waiting' || last?.status === 'late' ? last : null
}

/** Infinity: it has not happened. */
type Facts = Readonly<{ answeredAt: number; closedAt: number; now: number }>

function statusOf(dueAt: number, { answeredAt, closedAt, now }: Facts): PromiseStatus {
  if (closedAt <= dueAt && closedAt < answeredAt) return 'lifted'
  if (answeredAt <= dueAt) return 'kept'
  if (answeredAt < Infinity || closedAt < Infinity) return 'broken'
  return now <= dueAt ? 'waiting' : 'late'
}

function repeats(before: readonly Publication[], { message, nextPointAt }: Publication): boolean {
  return before.some((other) => other.message.id === message.id && other.nextPointAt === nextPointAt)
}

function answers(later: Publication, promise: Publication): boolean {
  if (later.nextPointAt === promise.nextPointAt) return false
  const { kind } = later.message
  return later.nextPointAt !== null || kind === 'situationReport' || kind === 'endOfEvent'
}
