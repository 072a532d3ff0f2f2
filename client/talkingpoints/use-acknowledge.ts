import { useAct } from '#client/sync/use-act.ts'
import { useConsole } from '#client/sync/use-console.ts'
import type { TalkingPoints } from '#shared/talkingpoints/state.ts'

/** What this person has read last, and the way to say that they have read the version shown. */
export function useAcknowledge({ version, acks }: TalkingPoints) {
  const me = useConsole(({ you }) => you?.person ?? null)
  const mine = me === null ? undefined : acks[me]
  const { act, problem, kept } = useAct()
  return {
    mine,
    problem: problem ?? kept,
    acknowledge: () => act({ type: 'talkingpoints.acknowledge', version }),
  }
}
