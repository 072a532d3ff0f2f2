import { useState } from 'react'
import { useWords } from '#client/lib/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { words } from '#client/talkingpoints/words.ts'
import type { TalkingPoints } from '#shared/talkingpoints/state.ts'

/**
 * What this person has read last, and the way to say that they have read the version shown: a press that was meant for
 * the one before says nothing of it.
 */
export function useAcknowledge({ version, acks }: TalkingPoints, isJustReplaced: () => boolean) {
  const said = useWords(words)
  const me = useConsole(({ you }) => you?.person ?? null)
  const mine = me === null ? undefined : acks[me]
  const { act, problem, kept } = useAct()
  const [isTooSoon, setTooSoon] = useState(false)
  const acknowledge = () => {
    const tooSoon = isJustReplaced()
    setTooSoon(tooSoon)
    if (!tooSoon) act({ type: 'talkingpoints.acknowledge', version })
  }
  return { mine, problem: isTooSoon ? said.justReplaced : (problem ?? kept), acknowledge }
}
