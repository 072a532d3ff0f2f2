import { words } from '#client/callin/paper-words.ts'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { usePersonNames } from '#client/roster/person-name.ts'
import { PrintedMark } from '#client/ui/PrintedMark.tsx'
import { isExercise } from '#shared/activation/select.ts'
import { outcomeLabels } from '#shared/callin/labels.ts'
import { calledOf } from '#shared/callin/select.ts'
import type { MemberId } from '#shared/lib/id.ts'
import { formatPhone } from '#shared/lib/phone.ts'
import { membersInCallOrder } from '#shared/roster/select.ts'
import type { Member } from '#shared/roster/state.ts'

/** Everybody in call order with their numbers, what is known already, and room for the hand. */
export function PrintedCallOrder({ desk, at }: Readonly<{ desk: CallinDesk; at: number }>) {
  const said = useWords(words)
  const format = useFormat()
  const { activation } = desk.crisis
  const members = membersInCallOrder(desk.standing.roster)
  return (
    <table>
      <thead>
        <tr>
          <th scope="colgroup" colSpan={5}>
            <PrintedMark isExercise={isExercise(activation)} />
            <h1>{said.title(activation.title)}</h1>
            <p>{said.edited(members.length, format.instant(at, 'exactDateTime'))}</p>
          </th>
        </tr>
        <tr>
          <th scope="col">{said.columns.order}</th>
          <th scope="col">{said.columns.member}</th>
          <th scope="col">{said.columns.numbers}</th>
          <th scope="col">{said.columns.calledAt}</th>
          <th scope="col">{said.columns.answer}</th>
        </tr>
      </thead>
      <tbody>
        {members.map(([id, member], n) => (
          <Line key={id} desk={desk} id={id} member={member} order={n + 1} />
        ))}
      </tbody>
    </table>
  )
}

type LineProps = Readonly<{ desk: CallinDesk; id: MemberId; member: Member; order: number }>

function Line({ desk, id, member, order }: LineProps) {
  const said = useWords(words)
  const format = useFormat()
  const language = useLanguage()
  const names = usePersonNames(desk.standing.roster)
  const last = calledOf(desk.crisis.callin, id).tries.at(-1)
  const phones = member.personal?.phones ?? []
  return (
    <tr>
      <td>{order}</td>
      <th scope="row">
        {names.sorted(member.personal)}
        <br />
        {member.service}
      </th>
      <td>
        {phones.length === 0
          ? said.hidden
          : phones.map(({ e164 }) => <div key={e164}>{formatPhone(e164)}</div>)}
      </td>
      <td>
        <span className="ui-print__blank">{'\u00A0'}</span>
      </td>
      <td>
        {last === undefined
          ? null
          : said.last(outcomeLabels[last.outcome][language], format.instant(last.at, 'time'))}
        <span className="ui-print__blank" />
      </td>
    </tr>
  )
}
