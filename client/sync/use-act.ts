import { useState } from 'react'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { useSubmit, type Sent } from '#client/sync/use-submit.ts'
import { words } from '#client/sync/words.ts'
import { announce } from '#client/ui/announce.ts'
import type { Command } from '#shared/command.ts'

type Typed = Readonly<{ lock: (isLocked: boolean) => void; handOver: (isHeld: boolean) => void }>

/**
 * A command sent from a screen, and what became of it in words. `onDone` once it is recorded or kept. `done`, where given, is
 * announced once it is recorded; that it waits, where it is only kept. `typed`: what its words were typed in, which keeps them
 * until the outbox does.
 */
export function useAct(onDone: (sent: Sent) => void = () => undefined, typed: Typed | null = null) {
  const said = useWords(words)
  const submit = useSubmit()
  const explain = useRefusalWords()
  const [sent, setSent] = useState<Sent | null>(null)
  const [isSending, setSending] = useState(false)
  const send = async (command: Command, done: string | null = null): Promise<Sent> => {
    setSending(true)
    typed?.lock(true)
    const outcome = await submit(command, { onHeld: () => typed?.handOver(true) })
    setSending(false)
    typed?.lock(false)
    setSent(outcome)
    if (outcome.status === 'refused') typed?.handOver(false)
    if (outcome.status === 'recorded' && done !== null) announce(done, 'polite')
    if (outcome.status === 'pending') announce(said.pending, 'polite')
    if (outcome.status !== 'refused') onDone(outcome)
    return outcome
  }
  const act = (command: Command, done: string | null = null) => {
    if (!isSending) void send(command, done)
  }
  return {
    act,
    send,
    /** Why it was refused. */
    problem: sent?.status === 'refused' ? explain(sent.refusal) : null,
    /** That it is kept, for a screen that stays. */
    kept: sent?.status === 'pending' ? said.pending : null,
    isSending,
  }
}
