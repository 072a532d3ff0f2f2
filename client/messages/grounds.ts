import type { Grounds } from '#client/sync/use-overtaken.ts'
import type { MessageId } from '#shared/lib/id.ts'

/** A deed on a text stands on that text as it was: its words, its stage, what of it is out. */
export function messageGrounds(id: MessageId): Grounds {
  return {
    fact: ({ crisis }) => {
      const message = crisis?.messages[id]
      if (crisis === null || message === undefined) return null
      const { draft, versions, withdrawn } = message
      return JSON.stringify([
        draft?.hash,
        draft?.stage.is,
        versions.length,
        withdrawn,
        crisis.activation.closed,
      ])
    },
    isChangedBy: (event) =>
      event.type === 'activation.closed' || ('message' in event && event.message === id),
  }
}
