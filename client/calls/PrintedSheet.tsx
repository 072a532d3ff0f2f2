import { words } from '#client/calls/paper-words.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { PrintedMark } from '#client/ui/PrintedMark.tsx'
import { emergencyServiceLabels, outcomeLabels } from '#shared/calls/labels.ts'
import { emergencyServices, outcomes } from '#shared/calls/outcomes.ts'
import { themeLabels } from '#shared/calls/reason-labels.ts'
import { themes } from '#shared/calls/reasons.ts'

type PrintedSheetProps = Readonly<{ title: string | null; isExercise: boolean }>

const noteLines = 7

/** A call sheet to be filled in by hand when no console answers: what the console asks, in its order. */
export function PrintedSheet({ title, isExercise }: PrintedSheetProps) {
  const said = useWords(words)
  const language = useLanguage()
  return (
    <article>
      <PrintedMark isExercise={isExercise} />
      <h1>{said.title}</h1>
      <p>{title ?? said.noCrisis}</p>
      <Fields labels={[said.day, said.taker, said.begins, said.ends]} />
      <h2>{said.reason}</h2>
      <ul className="ui-print__boxes">
        {themes.map(({ id }) => (
          <li key={id}>{themeLabels[id][language]}</li>
        ))}
      </ul>
      <Fields labels={[said.precisely, said.commune]} />
      <h2>{said.outcome}</h2>
      <ul className="ui-print__boxes">
        {outcomes.map((outcome) => (
          <li key={outcome}>{outcomeLabels[outcome][language]}</li>
        ))}
      </ul>
      <h2>{said.note}</h2>
      {Array.from({ length: noteLines }, (_, line) => (
        <span key={line} className="ui-print__blank" />
      ))}
      <h2>{said.caller}</h2>
      <Fields labels={[said.name, said.phone, said.callbackAt, said.upward]} />
      <h2>{said.vital}</h2>
      <p>{said.vitalText}</p>
      <ul className="ui-print__boxes">
        {emergencyServices.map((service) => (
          <li key={service}>
            {service} {emergencyServiceLabels[service][language]}
          </li>
        ))}
      </ul>
      <p>{said.afterwards}</p>
    </article>
  )
}

function Fields({ labels }: Readonly<{ labels: readonly string[] }>) {
  return (
    <div className="ui-print__fields">
      {labels.map((label) => (
        <p key={label}>
          {label}
          <span className="ui-print__blank" />
        </p>
      ))}
    </div>
  )
}
