import { arrivalDeeds } from '#client/callin/arrival-deeds.ts'
import { StandLabel } from '#client/callin/StandLabel.tsx'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useFormat } from '#client/lib/format.ts'
import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { usePersonNames } from '#client/roster/person-name.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { Button } from '#client/ui/Button.tsx'
import { isLate } from '#shared/callin/coverage.ts'
import { calledOf } from '#shared/callin/select.ts'
import type { Called } from '#shared/callin/state.ts'
import type { MemberId } from '#shared/lib/id.ts'

/** One member at the door: where they stand, what can be done. Letters act on the row that has the focus. */
export function ArrivalRow({ desk, id }: Readonly<{ desk: CallinDesk; id: MemberId }>) {
  const said = useWords(words)
  const names = usePersonNames(desk.standing.roster)
  const called = calledOf(desk.crisis.callin, id)
  const name = names.of(id)
  const deeds = arrivalDeeds(desk, id)
  const phone = desk.standing.roster.members[id]?.personal?.phones[0]
  return (
    <li className="callin-row" data-member={id}>
      <span className="callin-row__name">{name}</span>
      <span className="ui-line callin-row__state">
        <Standing called={called} />
      </span>
      <div className="ui-line">
        {called.stand.is === 'coming' && phone !== undefined ? (
          <a className="fr-btn fr-btn--tertiary-no-outline ui-btn--small" href={`tel:${phone.e164}`}>
            {said.call}
          </a>
        ) : null}
        {deeds.map(({ deed, command }) => (
          <Button key={deed} kind="secondary" size="small" onClick={() => void desk.act(command)}>
            {command.type === 'callin.seat' ? said.seat(command.post) : said.deeds[deed]}
          </Button>
        ))}
      </div>
    </li>
  )
}

function Standing({ called }: Readonly<{ called: Called }>) {
  const said = useWords(words)
  const format = useFormat()
  const hours = useHours()
  const now = useNow(5_000)
  const { stand } = called
  if (stand.is !== 'coming') return <StandLabel called={called} />
  // Green is for who is there.
  if (!isLate(called, now)) return said.by(hours.hour(stand.expectedAt))
  return (
    <Badge tone="danger">
      {said.expectedAt(hours.atHour(stand.expectedAt))},{' '}
      {said.lateSince(format.duration(now - stand.expectedAt))}
    </Badge>
  )
}
