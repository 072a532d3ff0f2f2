import { useState } from 'react'
import { useRefusalWords } from '#client/refusals.ts'
import { useSubmit } from '#client/sync/use-submit.ts'
import type { Command } from '#shared/command.ts'

/** A command sent from a dialog: closes it once recorded or kept; shows the refusal in words otherwise. */
export function useAct(onDone: () => void) {
  const submit = useSubmit()
  const explain = useRefusalWords()
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const act = async (command: Command) => {
    if (isSending) return
    setSending(true)
    const sent = await submit(command)
    setSending(false)
    if (sent.status === 'refused') setProblem(explain(sent.refusal))
    else onDone()
  }
  return { act: (command: Command) => void act(command), problem, isSending }
}
