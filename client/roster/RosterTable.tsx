import { words } from '#client/roster/words.ts'
import { usePersonNames } from '#client/roster/person-name.ts'
import { writtenDay } from '#client/roster/written-day.ts'
import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { DataTable, type Column } from '#client/ui/DataTable.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { useConsole } from '#client/sync/use-console.ts'
import type { MemberId } from '#shared/lib/id.ts'
import { formatPhone } from '#shared/lib/phone.ts'
import type { Member } from '#shared/roster/state.ts'

type Row = readonly [MemberId, Member]
type RosterTableProps = Readonly<{ members: readonly Row[]; onOpen?: ((id: MemberId) => void) | undefined }>

/** The pool in its call order. Who may not see the numbers is told that they are there. */
export function RosterTable({ members, onOpen }: RosterTableProps) {
  const said = useWords(words)
  const format = useFormat()
  const names = usePersonNames(useConsole((view) => view.state.standing.roster))
  const name: Column<Row> = {
    id: 'name',
    header: said.name,
    cell: ([, member]) => names.sorted(member.personal),
  }
  const rest: readonly Column<Row>[] = [
    { id: 'service', header: said.service, cell: ([, member]) => member.service, show: 'wide' },
    { id: 'phones', header: said.phones, cell: showPhones },
    {
      id: 'distance',
      header: said.distance,
      cell: ([, { distanceKm }]) => (distanceKm === null ? null : said.km(format.number(distanceKm))),
      align: 'end',
      width: 'shrink',
      show: 'wide',
    },
    {
      id: 'trained',
      header: said.trained,
      cell: ([, { trainedOn }]) => (trainedOn === null ? null : writtenDay(trainedOn)),
      align: 'end',
      width: 'shrink',
      show: 'wide',
    },
    {
      id: 'rank',
      header: said.rank,
      cell: ([, member]) => member.rank,
      align: 'end',
      width: 'shrink',
      show: 'wide',
    },
  ]
  return (
    <DataTable
      label={said.title}
      columns={[name, ...rest]}
      rows={members}
      rowKey={([id]) => id}
      onOpen={onOpen === undefined ? undefined : ([id]) => onOpen(id)}
      empty={
        <EmptyState title={said.notFound} icon="search">
          {said.notFoundTeaches}
        </EmptyState>
      }
    />
  )
}

function showPhones([, member]: Row) {
  return <Phones member={member} />
}

function Phones({ member }: Readonly<{ member: Member }>) {
  const said = useWords(words)
  // Erased: the name's column says so.
  if (member.personal === null) return <span className="ui-quiet">–</span>
  const { phones } = member.personal
  if (phones.length === 0) return <span className="ui-quiet">{said.hidden}</span>
  return (
    <span className="roster-phones">
      {phones.map(({ e164, kind }) => (
        <span key={e164} title={said.kinds[kind]}>
          {formatPhone(e164)}
        </span>
      ))}
    </span>
  )
}
