import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'

/** The version in force where this person has to read it and has not said so yet; null otherwise. */
export function useUnread(): number | null {
  const may = useMay()
  const { version, mine } = useConsole(({ crisis, you }) => ({
    version: crisis?.talkingpoints.version ?? 0,
    mine: you === null ? undefined : crisis?.talkingpoints.acks[you.person]?.version,
  }))
  return version === 0 || mine === version || !may('talkingpoints.acknowledge') ? null : version
}
