import type { Message, Messages } from '#shared/messages/state.ts'

/** A text that went out: the `number`th of its message, the public's from `at` until something took its place. */
export type Publication = Readonly<{
  message: Message
  number: number
  /** The entry that let it out: what went out after what, also where the times run backwards. */
  seq: number
  at: number
  /** Null: it is still out. */
  until: number | null
  /** The next point it promises. */
  nextPointAt: number | null
}>

/** Every text that went out, in order; each ends where a later version or the withdrawal of its message begins. */
export function publications(messages: Messages): readonly Publication[] {
  return Object.values(messages)
    .flatMap((message) =>
      message.versions.map(({ published, seq, content }, n) => ({
        message,
        number: n + 1,
        seq,
        at: published.at,
        until: message.versions[n + 1]?.published.at ?? message.withdrawn?.at ?? null,
        nextPointAt: content.nextPointAt,
      })),
    )
    .sort((one, other) => one.seq - other.seq)
}
