import { useState, type ReactNode } from 'react'
import { ArrivalRow } from '#client/callin/ArrivalRow.tsx'
import { keyedDeeds } from '#client/callin/arrival-deeds.ts'
import { UndoLast } from '#client/callin/UndoLast.tsx'
import { useArrivalKeys } from '#client/callin/use-arrival-keys.ts'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Kbd } from '#client/ui/Kbd.tsx'
import { Seats } from '#client/ui/Seats.tsx'
import { SearchField } from '#client/ui/SearchField.tsx'
import { ZoneLayout } from '#client/ui/ZoneLayout.tsx'
import { ZoneBody, ZoneFoot, ZoneHead } from '#client/ui/ZoneParts.tsx'
import { coverage } from '#shared/callin/coverage.ts'
import { attendance, calledOf, isPresent } from '#shared/callin/select.ts'
import type { MemberId } from '#shared/lib/id.ts'
import { searchMembers } from '#shared/roster/select.ts'

/** At the door: who is expected, who is here and where they sit, who has gone. */
export function Arrivals({ desk, above }: Readonly<{ desk: CallinDesk; above: ReactNode }>) {
  const said = useWords(words)
  const now = useNow(5_000)
  const [shown, setShown] = useState<'expected' | 'present'>('expected')
  const { expected, present } = attendance(desk.crisis.callin)
  const { late } = coverage(desk.crisis, now)
  useArrivalKeys(desk)
  return (
    <ZoneLayout
      title={said.title}
      shown={shown}
      onShow={setShown}
      above={above}
      zones={[
        {
          id: 'expected',
          title: said.expected,
          width: 620,
          mark: {
            count: expected.length,
            label: said.expectedCount(expected.length, late),
            tone: late === 0 ? 'neutral' : 'danger',
          },
          content: <Expected desk={desk} expected={expected} />,
        },
        {
          id: 'present',
          title: said.onSite,
          width: 620,
          mark: { count: present.length, label: said.presentCount(present.length), tone: 'neutral' },
          content: <Present desk={desk} />,
        },
      ]}
    />
  )
}

type ExpectedProps = Readonly<{ desk: CallinDesk; expected: readonly MemberId[] }>

function Expected({ desk, expected }: ExpectedProps) {
  const said = useWords(words)
  const [query, setQuery] = useState('')
  return (
    <>
      <ZoneHead title={said.expected}>
        {desk.may('callin.arrive') ? (
          <SearchField keys="/" label={said.someoneElse} value={query} onChange={setQuery} />
        ) : null}
      </ZoneHead>
      <ZoneBody padding="flush">
        {query.trim() === '' ? (
          <Rows desk={desk} members={expected} label={said.expected}>
            <EmptyState title={said.nobodyExpected} icon="time">
              {said.nobodyExpectedTeaches}
            </EmptyState>
          </Rows>
        ) : (
          <SomeoneElse desk={desk} query={query} />
        )}
      </ZoneBody>
      <UndoLast desk={desk} />
    </>
  )
}

function Present({ desk }: Readonly<{ desk: CallinDesk }>) {
  const said = useWords(words)
  const now = useNow(5_000)
  const { present, gone } = attendance(desk.crisis.callin)
  const { needed, atPost, coming } = coverage(desk.crisis, now)
  return (
    <>
      <ZoneHead title={said.onSite}>
        <Seats
          label={said.atPost}
          filled={atPost}
          coming={Math.min(coming, needed - atPost)}
          needed={needed}
        />
      </ZoneHead>
      <ZoneBody padding="flush">
        <Rows desk={desk} members={present} label={said.onSite}>
          <EmptyState title={said.nobodyHere} icon="team">
            {said.nobodyHereTeaches}
          </EmptyState>
        </Rows>
        {gone.length === 0 ? null : (
          <>
            <h3 className="callin-gone">{said.gone}</h3>
            <Rows desk={desk} members={gone} label={said.gone} />
          </>
        )}
      </ZoneBody>
      <RowKeys desk={desk} />
    </>
  )
}

type RowsProps = Readonly<{
  desk: CallinDesk
  members: readonly MemberId[]
  label: string
  /** Shown when there is nobody. */
  children?: ReactNode
}>

function Rows({ desk, members, label, children = null }: RowsProps) {
  if (members.length === 0) return children
  return (
    <ul aria-label={label}>
      {members.map((id) => (
        <ArrivalRow key={id} desk={desk} id={id} />
      ))}
    </ul>
  )
}

/** The letters act on the row that has the focus: said once, not on each row. */
function RowKeys({ desk }: Readonly<{ desk: CallinDesk }>) {
  const said = useWords(words)
  const deeds = keyedDeeds(desk)
  if (deeds.length === 0) return null
  return (
    <ZoneFoot>
      <p className="ui-line ui-quiet callin-keys">
        {said.rowKeys}
        {deeds.map(([deed, keys]) => (
          <span key={deed}>
            <Kbd keys={keys} /> {said.deeds[deed]}
          </span>
        ))}
      </p>
    </ZoneFoot>
  )
}

// Enough to tell homonyms apart; more means that the name is still too short.
const mostFound = 6

/** People come whom nobody expected: called by a colleague, back from leave, or simply early to answer. */
function SomeoneElse({ desk, query }: Readonly<{ desk: CallinDesk; query: string }>) {
  const said = useWords(words)
  const found = searchMembers(desk.standing.roster, query)
    .map(([id]) => id)
    .filter((id) => !isPresent(calledOf(desk.crisis.callin, id).stand))
    .slice(0, mostFound)
  return (
    <Rows desk={desk} members={found} label={said.someoneElse}>
      <EmptyState title={said.notFound} icon="search">
        {null}
      </EmptyState>
    </Rows>
  )
}
