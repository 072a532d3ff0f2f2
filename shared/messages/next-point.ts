import type { Message, Messages } from '#shared/messages/state.ts'

/**
 * « Prochain point à 03:10 »: a promise made by a publication. It is kept by a later publication, before its time, that
 * says how things stand: one that makes a promise of its own, a situation report, or the end of the event
 * (domain.md 3.8, Q8).
 */
type PromiseStatus = 'waiting' | 'late' | 'kept' | 'broken'

export type NextPoint = Readonly<{
  /** The promised instant. */
  dueAt: number
  promisedAt: number
  message: Message['id']
  status: PromiseStatus
}>

type Publication = Readonly<{ message: Message; at: number; nextPointAt: number | null }>

/** Every promise made, oldest first. */
export function nextPoints(messages: Messages, now: number): readonly NextPoint[] {
  const publications = firstToLast(messages)
  return publications.flatMap((publication, n) => {
    const { message, at, nextPointAt } = publication
    // A correction that keeps the hour keeps the promise: it is not another one.
    if (nextPointAt === null || repeats(publications.slice(0, n), publication)) return []
    const answer = publications.slice(n + 1).find((later) => answers(later, publication))
    const status = statusAt(nextPointAt, answer?.at ?? null, now)
    return [{ dueAt: nextPointAt, promisedAt: at, message: message.id, status }]
  })
}

/** The promise the public is waiting on: the last one made, until a text that makes none ends it. */
export function nextPointInForce(messages: Messages, now: number): NextPoint | null {
  const last = nextPoints(messages, now).at(-1)
  return last?.status === 'waiting' || last?.status === 'late' ? last : null
}

function statusAt(dueAt: number, answeredAt: number | null, now: number): PromiseStatus {
  if (answeredAt === null) return now <= dueAt ? 'waiting' : 'late'
  return answeredAt <= dueAt ? 'kept' : 'broken'
}

function firstToLast(messages: Messages): readonly Publication[] {
  return Object.values(messages)
    .flatMap((message) =>
      message.versions.map(({ published, content }) => ({
        message,
        at: published.at,
        nextPointAt: content.nextPointAt,
      })),
    )
    .sort((a, b) => a.at - b.at)
}

function repeats(before: readonly Publication[], { message, nextPointAt }: Publication): boolean {
  return before.some((other) => other.message.id === message.id && other.nextPointAt === nextPointAt)
}

function answers(later: Publication, promise: Publication): boolean {
  if (later.nextPointAt === promise.nextPointAt) return false
  const { kind } = later.message
  return later.nextPointAt !== null || kind === 'situationReport' || kind === 'endOfEvent'
}
