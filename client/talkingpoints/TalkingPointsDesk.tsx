import { useState } from 'react'
import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import { usePresence } from '#client/sync/use-presence.ts'
import { ForbiddenEditor } from '#client/talkingpoints/ForbiddenEditor.tsx'
import { RetireDialog } from '#client/talkingpoints/RetireDialog.tsx'
import { words } from '#client/talkingpoints/words.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ZoneBody, ZoneHead } from '#client/ui/ZoneParts.tsx'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import { acknowledgeWithin, inForceSince, mustRead, unacknowledged } from '#shared/talkingpoints/select.ts'
import { noTalkingPoints, type Section, type TalkingPoints } from '#shared/talkingpoints/state.ts'
import '#client/talkingpoints/talkingpoints.css'

/** For those who answer for the words: what is being said, what must not be, and who has not read it yet. */
export function TalkingPointsDesk() {
  const said = useWords(words)
  const may = useMay()
  const state = useConsole(({ crisis }) => crisis?.talkingpoints ?? noTalkingPoints)
  const [isEditing, setEditing] = useState(false)
  // Held here: a subject that somebody else retires leaves the list, not the question under one's hand.
  const [retiring, setRetiring] = useState<Section | null>(null)
  return (
    <>
      <ZoneHead title={said.title}>{state.version === 0 ? null : said.version(state.version)}</ZoneHead>
      <ZoneBody>
        <div className="points">
          {state.version === 0 ? (
            <p className="points__none">{said.emptyTitle}</p>
          ) : (
            <Readers state={state} />
          )}
          <ul className="points__subjects">
            {state.sections.map((section) => (
              <li key={section.message} className="ui-line ui-line--apart">
                <span>{bindSpaces(section.title)}</span>
                {may('talkingpoints.retire') ? (
                  <Button kind="tertiary" size="small" onClick={() => setRetiring(section)}>
                    {said.retire}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
          <div className="points__forbidden ui-tone--danger">
            <h3>{said.forbidden}</h3>
            {state.forbidden.length === 0 ? <p className="points__none">{said.nobodyForbidden}</p> : null}
            <ul>
              {state.forbidden.map((statement) => (
                <li key={statement}>{bindSpaces(statement)}</li>
              ))}
            </ul>
            {may('talkingpoints.forbid') ? (
              <Button kind="secondary" size="small" icon="pencil" onClick={() => setEditing(true)}>
                {said.edit}
              </Button>
            ) : null}
          </div>
        </div>
      </ZoneBody>
      {isEditing ? <ForbiddenEditor state={state} onClose={() => setEditing(false)} /> : null}
      {retiring === null ? null : <RetireDialog section={retiring} onClose={() => setRetiring(null)} />}
    </>
  )
}

/** Of those who are here and answer the public, who has not acknowledged the version in force; red past five minutes. */
function Readers({ state }: Readonly<{ state: TalkingPoints }>) {
  const said = useWords(words)
  const now = useNow(15_000)
  const { followed, isAsked } = useConsole(({ followed, crisis, connection }) => ({
    followed,
    // Without the line nobody knows who is here; once the crisis is closed nobody answers any more.
    isAsked: connection === 'live' && crisis?.activation.closed === null,
  }))
  const readers = usePresence().filter((present) => present.crisis === followed && mustRead(present.roles))
  // A person with two windows open is one reader.
  const waiting = new Map(unacknowledged(state, readers).map(({ person, name }) => [person, name]))
  if (!isAsked) return null
  if (readers.length === 0) return <p className="points__none">{said.nobodyReads}</p>
  if (waiting.size === 0) {
    return (
      <p>
        <Badge tone="success">{said.allRead}</Badge>
      </p>
    )
  }
  const isLate = now > (inForceSince(state) ?? now) + acknowledgeWithin
  return (
    <p>
      <Badge tone={isLate ? 'danger' : 'warning'}>{said.stillUnread(waiting.size)}</Badge>{' '}
      {[...waiting.values()].join(', ')}
    </p>
  )
}
