import { words } from '#client/calls/urgent-words.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useSubmit } from '#client/sync/use-submit.ts'
import { ElapsedClock } from '#client/ui/ElapsedClock.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyChoice } from '#client/ui/KeyChoice.tsx'
import { emergencyServiceLabels } from '#shared/calls/labels.ts'
import { emergencyServices } from '#shared/calls/outcomes.ts'
import type { UrgentEnd } from '#shared/calls/commands.ts'
import type { Urgent } from '#shared/calls/state.ts'

type UrgentScriptProps = Readonly<{
  /** Null while the server has not confirmed it. */
  urgent: Urgent | null
}>

type Choice = (typeof emergencyServices)[number] | 'settled' | 'mistake'

/** What to say and do while somebody's life is at stake. It stands over the sheet, which stays as it is. */
export function UrgentScript({ urgent }: UrgentScriptProps) {
  const said = useWords(words)
  const language = useLanguage()
  const submit = useSubmit()
  const end = (choice: Choice) => {
    if (urgent !== null) void submit({ type: 'calls.closeUrgent', urgent: urgent.id, end: endOf(choice) })
  }
  // The last figure of each number: 15 and 115 are not both here, so one key is enough.
  const options = [
    ...emergencyServices.map((service) => ({
      value: service,
      keys: service.slice(-1),
      label: `${service} ${emergencyServiceLabels[service][language]}`,
      tone: 'danger' as const,
    })),
    { value: 'settled' as const, keys: 'f', label: said.settled },
    { value: 'mistake' as const, keys: 'e', label: said.mistake },
  ]
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
      {urgent?.ended === null ? (
        <KeyChoice label={said.transfer} options={options} value={null} focus="first" onChoose={end} />
      ) : null}
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

function endOf(choice: Choice): UrgentEnd {
  if (choice === 'settled' || choice === 'mistake') return { kind: choice }
  return { kind: 'transferred', to: choice }
}
