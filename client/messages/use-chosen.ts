import { useState } from 'react'
import { awaits } from '#client/messages/OpenMessage.tsx'
import type { May } from '#client/messages/use-may.ts'
import { useConsole } from '#client/sync/use-console.ts'
import type { MessageId, PersonId } from '#shared/lib/id.ts'
import { toApprove } from '#shared/messages/select.ts'
import type { Message, Messages } from '#shared/messages/state.ts'

export type Who = Readonly<{ me: PersonId | null; may: May }>
type Chosen = Readonly<{ id: MessageId; isResumed: boolean }>

/** What is open. An approver comes for one thing: it is opened for them. */
export function useChosen(messages: Messages, who: Who) {
  const isLive = useConsole(({ connection }) => connection === 'live')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [isFirstSight, setFirstSight] = useState(true)
  // Only of what is true now: what the browser remembers may be approved or published already.
  if (isFirstSight && isLive) {
    setFirstSight(false)
    setChosen(chosen ?? firstToApprove(messages, who))
  }
  return [openOf(messages, chosen), setChosen] as const
}

/** A draft that was given up meanwhile is open no more. */
function openOf(messages: Messages, chosen: Chosen | null): (Chosen & Readonly<{ message: Message }>) | null {
  const message = chosen === null ? undefined : messages[chosen.id]
  return chosen === null || message === undefined ? null : { ...chosen, message }
}

function firstToApprove(messages: Messages, who: Who): Chosen | null {
  const waiting = toApprove(messages).find(({ draft }) => awaits(draft, who))
  return waiting === undefined ? null : { id: waiting.id, isResumed: false }
}
