import { words } from '#client/access/two-people-words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useHours } from '#client/lib/hours.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { isAtWork } from '#shared/access/deputies.ts'
import { roleLabels } from '#shared/access/labels.ts'
import type { Crisis } from '#shared/state.ts'

/** Who stands in now, before everybody's eyes. */
export function DeputiesAtWork({ crisis }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words)
  const hours = useHours()
  const language = useLanguage()
  const at = useNow(15_000)
  const people = useConsole(({ state }) => state.standing.people)
  if (crisis.activation.closed !== null) return null
  return crisis.deputies
    .filter((deputy) => isAtWork(deputy, { people, at }))
    .map(({ account, role, until }) => (
      <Badge key={`${account} ${role}`} tone="info">
        {said.atWork(
          people[account]?.name ?? '',
          roleLabels[role][language],
          until === null ? null : hours.hour(until),
        )}
      </Badge>
    ))
}
