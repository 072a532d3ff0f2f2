import { minute } from '#shared/lib/time.ts'
import { allMessages, statusOf, toApprove } from '#shared/messages/select.ts'
import type { Message, Messages } from '#shared/messages/state.ts'

/** Where a text stands on the desk: what asks for a hand first, then what is out, then what is over. */
const places = ['submitted', 'approved', 'drafting', 'expiring', 'published', 'over'] as const
export type Place = (typeof places)[number]

/** What it takes to write, have approved and publish the text that is to stand after this one. */
const notice = 30 * minute

export function placeOf(message: Message, now: number): Place {
  const status = statusOf(message)
  if (status === 'withdrawn') return 'over'
  if (status !== 'published') return status
  const left = (message.versions.at(-1)?.content.expiresAt ?? Infinity) - now
  if (left <= 0) return 'over'
  return left <= notice ? 'expiring' : 'published'
}

/** The places that are taken, in their order. In each the newest activity first, but what waits for an approver: the oldest. */
export function placed(
  messages: Messages,
  now: number,
): readonly Readonly<{ place: Place; texts: readonly Message[] }>[] {
  return places
    .map((place) => {
      const all = place === 'submitted' ? toApprove(messages) : allMessages(messages)
      return { place, texts: all.filter((message) => placeOf(message, now) === place) }
    })
    .filter(({ texts }) => texts.length > 0)
}
