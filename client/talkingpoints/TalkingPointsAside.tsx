import { useRef, useState } from 'react'
import { useFormat } from '#client/lib/format.ts'
import { useSingleKeys } from '#client/lib/single-keys.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import { ForbiddenStatements, SectionCard } from '#client/talkingpoints/SectionCard.tsx'
import { useAcknowledge } from '#client/talkingpoints/use-acknowledge.ts'
import { useJustReplaced } from '#client/talkingpoints/use-just-replaced.ts'
import { useVersionAnnounced } from '#client/talkingpoints/use-version-announced.ts'
import { words } from '#client/talkingpoints/words.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { searchTalkingPoints } from '#shared/talkingpoints/select.ts'
import { noTalkingPoints, type TalkingPoints } from '#shared/talkingpoints/state.ts'
import '#client/talkingpoints/talkingpoints.css'

/**
 * What may be said, beside the call: always the version in force and nothing else. A new version shows at once, is
 * announced, and asks to be acknowledged with one key.
 */
export function TalkingPointsAside() {
  const crisis = useConsole(({ followed }) => followed)
  // What was read, pressed or searched is of the crisis that was on the screen: another's version may bear the same number.
  return <Aside key={crisis} />
}

function Aside() {
  const said = useWords(words)
  const state = useConsole(({ crisis }) => crisis?.talkingpoints ?? noTalkingPoints)
  useVersionAnnounced(state)
  const badge = state.version === 0 ? undefined : <Badge tone="info">{said.version(state.version)}</Badge>
  return (
    <Panel title={said.title} aside={badge}>
      {state.version === 0 ? (
        <EmptyState title={said.emptyTitle} icon="chat">
          {said.empty}
        </EmptyState>
      ) : (
        <Sheet state={state} />
      )}
    </Panel>
  )
}

function Sheet({ state }: Readonly<{ state: TalkingPoints }>) {
  const said = useWords(words)
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const may = useMay()
  const areKeysOn = useSingleKeys() === 'on'
  const isJustReplaced = useJustReplaced(state.version)
  useKeys({ '/': { label: said.search, run: () => field.current?.focus() } })
  const found = searchTalkingPoints(state, typed)
  const isEmpty = found.sections.length === 0 && found.forbidden.length === 0
  return (
    <div className="points">
      {may('talkingpoints.acknowledge') ? (
        <Acknowledgement key={state.version} state={state} isJustReplaced={isJustReplaced} />
      ) : null}
      <TextField
        ref={field}
        label={areKeysOn ? `${said.searchShort} (/)` : said.searchShort}
        type="search"
        presence="optional"
        value={typed}
        onChange={setTyped}
      />
      {typed !== '' && isEmpty ? <p className="points__none">{said.nothingFound(typed)}</p> : null}
      {found.forbidden.length > 0 ? (
        <ForbiddenStatements statements={found.forbidden} isNew={state.forbiddenIn === state.version} />
      ) : null}
      {found.sections.map((section) => (
        <SectionCard key={section.message} section={section} version={state.version} />
      ))}
    </div>
  )
}

type AcknowledgementProps = Readonly<{ state: TalkingPoints; isJustReplaced: () => boolean }>

function Acknowledgement({ state, isJustReplaced }: AcknowledgementProps) {
  const said = useWords(words)
  const format = useFormat()
  const { mine, acknowledge, problem } = useAcknowledge(state, isJustReplaced)
  const isRead = mine?.version === state.version
  useKeys(isRead ? {} : { v: { label: said.acknowledge, run: acknowledge } })
  if (isRead) {
    return (
      <p className="points__read">
        <Badge tone="success">{said.acknowledged(format.instant(mine.at, 'time'))}</Badge>
      </p>
    )
  }
  const [last] = state.history
  return (
    <div className="points__unread ui-tone--warning">
      <p>
        <strong>{said.unread(state.version)}</strong>
        {last?.change === 'retracted' ? <span> {said.noLongerSay(last.title ?? '')}.</span> : null}
        {last?.change === 'forbidden' ? <span> {said.forbiddenChanged}</span> : null}
        {problem === null ? null : <span role="alert"> {problem}</span>}
      </p>
      <Button keys="v" icon="check" onClick={acknowledge}>
        {said.acknowledge}
      </Button>
    </div>
  )
}
