import { words } from '#client/calls/urgent-words.ts'
import { UrgentEndKeys } from '#client/calls/UrgentEndKeys.tsx'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { ZoneBody, ZoneFoot } from '#client/ui/ZoneParts.tsx'
import type { Urgent } from '#shared/calls/state.ts'
import type { UrgentId } from '#shared/lib/id.ts'

type UrgentScriptProps = Readonly<{
  id: UrgentId
  /** Null while the server has not confirmed it. */
  urgent: Urgent | null
}>

/** What to say, word by word, while somebody's life is at stake, and how it ends. The sheet stays as it is. */
export function UrgentScript({ id, urgent }: UrgentScriptProps) {
  const said = useWords(words)
  return (
    <section className="ui-zone__panel calls__script" aria-label={said.title}>
      <ZoneBody>
        <ol className="calls__say">
          {said.script.split('\n').map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        {urgent === null || urgent.ended === null ? <UrgentEndKeys id={id} /> : null}
      </ZoneBody>
      <ZoneFoot>
        <p className="calls__seen" aria-live="assertive">
          <Seen urgent={urgent} />
        </p>
      </ZoneFoot>
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
