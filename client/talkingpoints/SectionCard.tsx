import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { words } from '#client/talkingpoints/words.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import { passages, type Passage } from '#shared/talkingpoints/select.ts'
import type { Section } from '#shared/talkingpoints/state.ts'

type SectionCardProps = Readonly<{ section: Section; version: number }>

/** One subject, as it is read out: what to do first, in big type, then the text. */
export function SectionCard({ section, version }: SectionCardProps) {
  const said = useWords(words)
  const hours = useHours()
  // Closure ends every promise: who calls afterwards must not be told to wait.
  const isPromised = useConsole(({ crisis }) => crisis?.activation.closed === null)
  const { points, text } = passages(section, version)
  return (
    <article className="points__section">
      <h3>
        {bindSpaces(section.title)}
        {section.issuedIn === version ? <Badge tone="info">{said.isNew}</Badge> : null}
      </h3>
      <ul className="points__do">
        {points.map((passage) => (
          <li key={passage.text}>
            <Said passage={passage} />
          </li>
        ))}
      </ul>
      {text.map((passage) => (
        <p key={passage.text}>
          <Said passage={passage} />
        </p>
      ))}
      {section.nextPointAt === null || !isPromised ? null : (
        <p className="points__next">
          <Icon name="time" /> {said.nextPoint(hours.atHour(section.nextPointAt))}
        </p>
      )}
    </article>
  )
}

function Said({ passage }: Readonly<{ passage: Passage }>) {
  const text = bindSpaces(passage.text)
  return passage.isNew ? <mark className="points__new">{text}</mark> : text
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
        {isNew ? <Badge tone="danger">{said.isNew}</Badge> : null}
      </h3>
      <ul>
        {statements.map((statement) => (
          <li key={statement}>{bindSpaces(statement)}</li>
        ))}
      </ul>
    </section>
  )
}
