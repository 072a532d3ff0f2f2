import { arrivalDeeds, arrivalKeys, type ArrivalDeed } from '#client/callin/arrival-deeds.ts'
import { StandLabel } from '#client/callin/StandLabel.tsx'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { usePersonNames } from '#client/roster/person-name.ts'
import { announce } from '#client/ui/announce.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { Button } from '#client/ui/Button.tsx'
import { matchesKey } from '#client/ui/keys.ts'
import { isLate } from '#shared/callin/coverage.ts'
import { calledOf } from '#shared/callin/select.ts'
import type { Called } from '#shared/callin/state.ts'
import type { MemberId } from '#shared/lib/id.ts'

/** One member at the door. The row takes the focus; a letter does what its button does. */
export function ArrivalRow({ desk, id }: Readonly<{ desk: CallinDesk; id: MemberId }>) {
  const said = useWords(words)
  const names = usePersonNames(desk.standing.roster)
  const called = calledOf(desk.crisis.callin, id)
  const name = names.of(id)
  const all = Object.entries(arrivalDeeds({ crisis: desk.crisis, id, called })) as [
    ArrivalDeed,
    Parameters<CallinDesk['act']>[0],
  ][]
  const deeds = all.filter(([, command]) => desk.may(command.type))
  const labelOf = (deed: ArrivalDeed, command: (typeof deeds)[number][1]) =>
    command.type === 'callin.seat' ? said.seat(command.post) : said.deeds[deed]
  const run = ([deed, command]: (typeof deeds)[number]) => {
    void desk.act(command)
    announce(`${name} : ${labelOf(deed, command)}`, 'polite')
  }
  const phone = desk.standing.roster.members[id]?.personal?.phones[0]
  return (
    <li
      className="callin-row callin-row--door"
      data-row
      // The row is a stop of its own: its letters act without first reaching for a button.
      tabIndex={0}
      aria-label={name}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return
        const pressed = deeds.find(([deed]) => matchesKey(event.nativeEvent, arrivalKeys[deed]))
        if (pressed === undefined || event.repeat) return
        event.preventDefault()
        run(pressed)
      }}
    >
      <div className="callin-row__who">
        <strong>{name}</strong>
        <Standing called={called} />
      </div>
      <div className="callin-row__deeds">
        {called.stand.is === 'coming' && phone !== undefined ? (
          <a className="fr-btn fr-btn--tertiary-no-outline ui-btn--small" href={`tel:${phone.e164}`}>
            {said.call}
          </a>
        ) : null}
        {deeds.map((deed) => (
          <Button
            key={deed[0]}
            kind={deed[0] === 'arrive' ? 'primary' : 'secondary'}
            size="small"
            onClick={() => run(deed)}
          >
            {labelOf(...deed)}
          </Button>
        ))}
      </div>
    </li>
  )
}

function Standing({ called }: Readonly<{ called: Called }>) {
  const said = useWords(words)
  const format = useFormat()
  const now = useNow(5_000)
  const { stand } = called
  if (stand.is !== 'coming' || !isLate(called, now)) return <StandLabel called={called} />
  return (
    <Badge tone="danger">
      {said.expectedAt(format.instant(stand.expectedAt, 'time'))},{' '}
      {said.lateSince(format.duration(now - stand.expectedAt))}
    </Badge>
  )
}
