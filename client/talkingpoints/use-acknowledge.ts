import { useState } from 'react'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useSubmit } from '#client/sync/use-submit.ts'
import { words } from '#client/talkingpoints/words.ts'
import type { TalkingPoints } from '#shared/talkingpoints/state.ts'

/** What this person has read last, and the way to say that they have read the version shown. */
export function useAcknowledge({ version, acks }: TalkingPoints) {
  const said = useWords(words)
  const explain = useRefusalWords()
  const submit = useSubmit()
  const me = useConsole(({ you }) => you?.person ?? null)
  const [problem, setProblem] = useState<string | null>(null)
  const mine = me === null ? undefined : acks[me]

  const send = async () => {
    const sent = await submit({ type: 'talkingpoints.acknowledge', version })
    setProblem(
      sent.status === 'refused' ? explain(sent.refusal) : sent.status === 'pending' ? said.pending : null,
    )
  }
  return { mine, problem, acknowledge: () => void send() }
}
