import { useState } from 'react'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import { Acknowledgement } from '#client/talkingpoints/Acknowledgement.tsx'
import { ForbiddenStatements, SectionCard } from '#client/talkingpoints/SectionCard.tsx'
import { useUnread } from '#client/talkingpoints/use-unread.ts'
import { useVersionAnnounced } from '#client/talkingpoints/use-version-announced.ts'
import { words } from '#client/talkingpoints/words.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { SearchField } from '#client/ui/SearchField.tsx'
import { useJustReplaced } from '#client/ui/use-just-replaced.ts'
import { ZoneBody } from '#client/ui/ZoneParts.tsx'
import { searchTalkingPoints } from '#shared/talkingpoints/select.ts'
import { noTalkingPoints, type TalkingPoints } from '#shared/talkingpoints/state.ts'
import '#client/talkingpoints/talkingpoints.css'

type AsideProps = Readonly<{
  /** Before the eyes: nothing is confirmed as read that is not. */
  isInSight: boolean
  /** Brings them in sight. */
  onLook: () => void
}>

/** As many subjects are read at one glance; of more, those that were read show their titles alone. */
const mostOpen = 3

/**
 * What may be said, beside the call: always the version in force and nothing else. A new version shows at once, is
 * announced, and asks to be acknowledged with one key; read, its subjects fold where they are many.
 */
export function TalkingPointsAside(props: AsideProps) {
  const crisis = useConsole(({ followed }) => followed)
  // What was read, pressed or searched is of the crisis that was on the screen: another's version may bear the same number.
  return <Aside key={crisis} {...props} />
}

function Aside(props: AsideProps) {
  const said = useWords(words)
  const state = useConsole(({ crisis }) => crisis?.talkingpoints ?? noTalkingPoints)
  useVersionAnnounced(state)
  const isJustReplaced = useJustReplaced(state.version === 0 ? null : state.version)
  const may = useMay()
  return (
    <>
      <ZoneBody>
        {state.version === 0 ? (
          <EmptyState title={said.emptyTitle} icon="chat">
            {said.empty}
          </EmptyState>
        ) : (
          <Points state={state} onLook={props.onLook} />
        )}
      </ZoneBody>
      {state.version > 0 && may('talkingpoints.acknowledge') ? (
        <Acknowledgement
          key={state.version}
          state={state}
          isJustReplaced={isJustReplaced}
          isInSight={props.isInSight}
        />
      ) : null}
    </>
  )
}

type PointsProps = Readonly<{ state: TalkingPoints; onLook: () => void }>

function Points({ state, onLook }: PointsProps) {
  const said = useWords(words)
  const [typed, setTyped] = useState('')
  const isRead = useUnread() === null
  const found = searchTalkingPoints(state, typed)
  const isEmpty = found.sections.length === 0 && found.forbidden.length === 0
  const isFolded = isRead && typed === '' && state.sections.length > mostOpen
  const isForbiddenNew = state.forbiddenIn === state.version
  const forbidden =
    found.forbidden.length === 0 ? null : (
      <ForbiddenStatements statements={found.forbidden} isNew={isForbiddenNew} />
    )
  return (
    <div className="points">
      <SearchField
        label={said.search}
        placeholder={said.searchShort}
        value={typed}
        onChange={setTyped}
        keys="/"
        onKey={onLook}
      />
      {typed !== '' && isEmpty ? <p className="points__none">{said.nothingFound(typed)}</p> : null}
      {isForbiddenNew ? forbidden : null}
      {found.sections.map((section) => (
        <SectionCard
          key={`${section.message}${isFolded}`}
          section={section}
          version={state.version}
          isFolded={isFolded}
        />
      ))}
      {isForbiddenNew ? null : forbidden}
    </div>
  )
}
