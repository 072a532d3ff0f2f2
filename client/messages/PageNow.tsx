import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { InPageZone } from '#client/messages/PageZone.tsx'
import { Preview } from '#client/messages/Preview.tsx'
import { words } from '#client/messages/words.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { LinkButton } from '#client/ui/LinkButton.tsx'
import { ZoneBody, ZoneFoot, ZoneHead } from '#client/ui/ZoneParts.tsx'
import { isExercise } from '#shared/activation/select.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import { isOut } from '#shared/messages/select.ts'
import type { Message, Version } from '#shared/messages/state.ts'
import type { Crisis } from '#shared/state.ts'

/** Beside a text that is read: what the public has of it at this moment, and had before. */
export function PageNow({ crisis, message }: Readonly<{ crisis: Crisis; message: Message }>) {
  const said = useWords(words)
  const { draft, versions } = message
  const out = isOut(message) ? versions.at(-1) : undefined
  return (
    <InPageZone>
      <ZoneHead title={said.pageNow}>{out === undefined ? null : <PageLink crisis={crisis} />}</ZoneHead>
      <ZoneBody>
        {out === undefined ? <p className="ui-quiet">{said.notOnPage}</p> : null}
        {out === undefined || draft === null ? null : <Preview content={out.content} />}
        <ol className="msg-versions" aria-label={said.versions}>
          {versions
            .map((version, n) => (
              <VersionLine key={version.hash} version={version} n={n + 1} isOut={version === out} />
            ))
            .toReversed()}
        </ol>
      </ZoneBody>
      {draft?.stage.is === 'submitted' ? (
        <ZoneFoot>
          <p className="ui-quiet">{said.alsoTalkingPoints}</p>
        </ZoneFoot>
      ) : null}
    </InPageZone>
  )
}

function PageLink({ crisis: { activation } }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words)
  const exercise = isExercise(activation)
  return (
    <LinkButton kind="tertiary" icon="external" href={exercise ? '/exercice/info' : '/info'}>
      {exercise ? said.pageExercise : said.pageReal}
    </LinkButton>
  )
}

type VersionLineProps = Readonly<{ version: Version; n: number; isOut: boolean }>

function VersionLine({ version: { published, correction }, n, isOut }: VersionLineProps) {
  const said = useWords(words)
  const hours = useHours()
  return (
    <li>
      <strong>{said.version(n)}</strong>
      <span className={isOut ? 'ui-tone--success' : undefined}>
        {isOut ? <Icon name="check" /> : null} {said.publishedAt(hours.atHour(published.at))}
      </span>
      {correction === null ? null : <p className="ui-quiet">{bindSpaces(correction)}</p>}
    </li>
  )
}
