import { words } from '#client/calls/urgent-words.ts'
import { UrgentEndKeys } from '#client/calls/UrgentEndKeys.tsx'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { ElapsedClock } from '#client/ui/ElapsedClock.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import type { Urgent } from '#shared/calls/state.ts'
import type { UrgentId } from '#shared/lib/id.ts'

type UrgentScriptProps = Readonly<{
  id: UrgentId
  /** Null while the server has not confirmed it. */
  urgent: Urgent | null
}>

/** What to say and do while somebody's life is at stake. It stands over the sheet, which stays as it is. */
export function UrgentScript({ id, urgent }: UrgentScriptProps) {
  const said = useWords(words)
  return (
    <section className="calls__urgent ui-tone--danger" aria-label={said.title}>
      <header>
        <Icon name="alarm" size={24} />
        <strong>{said.title}</strong>
        {urgent === null ? null : <ElapsedClock since={urgent.raisedAt} label={said.timer} />}
      </header>
      <ol>
        {said.script.split('\n').map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <p className="calls__urgent-seen" aria-live="assertive">
        <Seen urgent={urgent} />
      </p>
      {urgent === null || urgent.ended === null ? <UrgentEndKeys id={id} /> : null}
    </section>
  )
}

/** Whether a lead knows. */
function Seen({ urgent }: Readonly<{ urgent: Urgent | null }>) {
  const said = useWords(words)
  const people = useConsole(({ state }) => state.standing.people)
  if (urgent === null) return said.offline
  const { acknowledged, raisedAt } = urgent
  if (acknowledged === null) return said.notSeen
  const who = acknowledged.by === 'system' ? undefined : people[acknowledged.by]?.name
  return said.seen(who ?? said.someone, Math.round((acknowledged.at - raisedAt) / 1_000))
}
