import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { words } from '#client/talkingpoints/words.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import { passages, type Passage } from '#shared/talkingpoints/select.ts'
import type { Section } from '#shared/talkingpoints/state.ts'

type SectionCardProps = Readonly<{
  section: Section
  version: number
  /** Its title alone, until it is pressed. */
  isFolded: boolean
}>

/** One subject, as it is read out: what to do first, in big type, then the text. */
export function SectionCard({ section, version, isFolded }: SectionCardProps) {
  const said = useWords(words)
  const title = (
    <h3>
      {bindSpaces(section.title)}
      {section.issuedIn === version ? <small>{said.isNew}</small> : null}
    </h3>
  )
  if (!isFolded) {
    return (
      <article className="points__section">
        {title}
        <Passages section={section} version={version} />
      </article>
    )
  }
  return (
    <details className="points__section">
      <summary>{title}</summary>
      <Passages section={section} version={version} />
    </details>
  )
}

function Passages({ section, version }: Omit<SectionCardProps, 'isFolded'>) {
  const said = useWords(words)
  const hours = useHours()
  // Closure ends every promise: who calls afterwards must not be told to wait.
  const isPromised = useConsole(({ crisis }) => crisis?.activation.closed === null)
  const { points, text } = passages(section, version)
  // Of a subject that is new as a whole its title says so.
  const isPartlyNew = [...points, ...text].some(({ isNew }) => !isNew)
  return (
    <>
      <ul className="points__do ui-dashes">
        {points.map((passage) => (
          <li key={passage.text}>
            <Said passage={passage} isMarked={isPartlyNew} />
          </li>
        ))}
      </ul>
      {text.map((passage) => (
        <p key={passage.text}>
          <Said passage={passage} isMarked={isPartlyNew} />
        </p>
      ))}
      {section.nextPointAt === null || !isPromised ? null : (
        <p className="points__next">
          <Icon name="time" /> {said.nextPoint(hours.atHour(section.nextPointAt))}
        </p>
      )}
    </>
  )
}

function Said({ passage, isMarked }: Readonly<{ passage: Passage; isMarked: boolean }>) {
  const text = bindSpaces(passage.text)
  return passage.isNew && isMarked ? <mark className="points__new">{text}</mark> : text
}

export function ForbiddenStatements({
  statements,
  isNew,
}: Readonly<{ statements: readonly string[]; isNew: boolean }>) {
  const said = useWords(words)
  return (
    <section className="points__forbidden ui-tone--danger" aria-label={said.forbidden}>
      <h3>
        <Icon name="danger" /> {said.forbidden}
        {isNew ? <small>{said.isNew}</small> : null}
      </h3>
      <ul>
        {statements.map((statement) => (
          <li key={statement}>{bindSpaces(statement)}</li>
        ))}
      </ul>
    </section>
  )
}
