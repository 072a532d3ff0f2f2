import { useState } from 'react'
import { CallOrderRow } from '#client/callin/CallOrderRow.tsx'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { SearchField } from '#client/ui/SearchField.tsx'
import { ZoneBody, ZoneHead } from '#client/ui/ZoneParts.tsx'
import { callQueue } from '#shared/callin/next.ts'
import { calledOf } from '#shared/callin/select.ts'
import { searchMembers } from '#shared/roster/select.ts'

// What fits in a glance and a scroll; whoever is further down is found by name.
const mostShown = 40

/** Who comes next, and who has whom in hand. A name typed finds anybody, called or not: late answers come in here. */
export function CallOrder({ desk }: Readonly<{ desk: CallinDesk }>) {
  const said = useWords(words)
  const now = useNow(5_000)
  const [query, setQuery] = useState('')
  const { crisis, standing } = desk
  const queue = callQueue(standing.roster, crisis.callin, now)
  const found = searchMembers(standing.roster, query).map(([id, member]) => ({
    id,
    member,
    called: calledOf(crisis.callin, id),
    turn: null,
  }))
  const isSearch = query.trim() !== ''
  const rows = isSearch ? found : queue
  return (
    <>
      <ZoneHead title={said.order}>
        <SearchField
          keys="/"
          label={said.find}
          placeholder={said.findHint}
          value={query}
          onChange={setQuery}
        />
      </ZoneHead>
      <ZoneBody padding="flush">
        {rows.length === 0 ? (
          <EmptyState title={isSearch ? said.notFound : said.everyoneCalled}>
            {isSearch ? null : said.everyoneCalledTeaches}
          </EmptyState>
        ) : (
          <ol>
            {rows.slice(0, mostShown).map((row) => (
              <CallOrderRow key={row.id} {...row} desk={desk} now={now} />
            ))}
          </ol>
        )}
      </ZoneBody>
    </>
  )
}
