import { useState } from 'react'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/messages/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { useSubmit, type Sent } from '#client/sync/use-submit.ts'
import { announce } from '#client/ui/announce.ts'
import type { Command } from '#shared/command.ts'

/** Sends a command and keeps what became of it in words. `done` is announced when it is recorded. */
export function useAct() {
  const said = useWords(words)
  const explain = useRefusalWords()
  const submit = useSubmit()
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const act = async (command: Command, done: string | null = null): Promise<Sent> => {
    setBusy(true)
    const sent = await submit(command)
    setBusy(false)
    setProblem(
      sent.status === 'refused' ? explain(sent.refusal) : sent.status === 'pending' ? said.pending : null,
    )
    if (sent.status === 'recorded' && done !== null) announce(done, 'polite')
    return sent
  }
  return { act, problem, isBusy }
}
