import { useState } from 'react'
import { ArrivalRow } from '#client/callin/ArrivalRow.tsx'
import { keyedDeeds } from '#client/callin/arrival-deeds.ts'
import { useArrivalKeys } from '#client/callin/use-arrival-keys.ts'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Kbd } from '#client/ui/Kbd.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { Seats } from '#client/ui/Seats.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { coverage } from '#shared/callin/coverage.ts'
import { attendance, calledOf, isPresent } from '#shared/callin/select.ts'
import type { MemberId } from '#shared/lib/id.ts'
import { searchMembers } from '#shared/roster/select.ts'

/** At the door: who is expected, who is here and where they sit, who has gone. */
export function Arrivals({ desk }: Readonly<{ desk: CallinDesk }>) {
  const said = useWords(words)
  const now = useNow(5_000)
  const { expected, present, gone } = attendance(desk.crisis.callin)
  const { needed, atPost, coming } = coverage(desk.crisis, now)
  useArrivalKeys(desk)
  return (
    <div className="callin-door">
      <Panel title={said.expected} aside={expected.length}>
        <SomeoneElse desk={desk} />
        <Rows desk={desk} members={expected} label={said.expected}>
          <EmptyState title={said.nobodyExpected} icon="time">
            {said.nobodyExpectedTeaches}
          </EmptyState>
        </Rows>
      </Panel>
      <Panel title={said.onSite} aside={present.length}>
        <Seats
          label={said.atPost}
          filled={atPost}
          coming={Math.min(coming, needed - atPost)}
          needed={needed}
        />
        <Rows desk={desk} members={present} label={said.onSite}>
          <EmptyState title={said.nobodyHere} icon="team">
            {said.nobodyHereTeaches}
          </EmptyState>
        </Rows>
        {gone.length === 0 ? null : (
          <>
            <h3 className="callin-door__gone">{said.gone}</h3>
            <Rows desk={desk} members={gone} label={said.gone} />
          </>
        )}
      </Panel>
    </div>
  )
}

type RowsProps = Readonly<{
  desk: CallinDesk
  members: readonly MemberId[]
  label: string
  children?: React.ReactNode
}>

function Rows({ desk, members, label, children = null }: RowsProps) {
  const said = useWords(words)
  if (members.length === 0) return children
  const deeds = keyedDeeds(desk)
  return (
    <>
      {deeds.length === 0 ? null : (
        <p className="callin-quiet callin-door__keys">
          {said.rowKeys}{' '}
          {deeds.map(([deed, keys]) => (
            <span key={deed}>
              <Kbd keys={keys} /> {said.deeds[deed]}
            </span>
          ))}
        </p>
      )}
      <ul className="callin-rows" aria-label={label}>
        {members.map((id) => (
          <ArrivalRow key={id} desk={desk} id={id} />
        ))}
      </ul>
    </>
  )
}

// Enough to tell homonyms apart; more means that the name is still too short.
const mostFound = 6

/** People come whom nobody expected: called by a colleague, back from leave, or simply early to answer. */
function SomeoneElse({ desk }: Readonly<{ desk: CallinDesk }>) {
  const said = useWords(words)
  const [query, setQuery] = useState('')
  if (!desk.may('callin.arrive')) return null
  const found = searchMembers(desk.standing.roster, query)
    .map(([id]) => id)
    .filter((id) => !isPresent(calledOf(desk.crisis.callin, id).stand))
    .slice(0, mostFound)
  return (
    <div className="callin-door__else">
      <TextField
        label={said.someoneElse}
        presence="optional"
        type="search"
        value={query}
        onChange={setQuery}
        maxLength={60}
      />
      {query.trim() === '' ? null : (
        <Rows desk={desk} members={found} label={said.someoneElse}>
          <p className="callin-quiet">{said.notFound}</p>
        </Rows>
      )}
    </div>
  )
}
