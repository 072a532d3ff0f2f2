import { StandLabel } from '#client/callin/StandLabel.tsx'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { usePersonNames } from '#client/roster/person-name.ts'
import { usePresence } from '#client/sync/use-presence.ts'
import { Button } from '#client/ui/Button.tsx'
import { isDue, type Turn } from '#shared/callin/next.ts'
import { isPresent } from '#shared/callin/select.ts'
import type { Called } from '#shared/callin/state.ts'
import type { MemberId, PersonId } from '#shared/lib/id.ts'
import type { Member } from '#shared/roster/state.ts'

type CallOrderRowProps = Readonly<{
  desk: CallinDesk
  id: MemberId
  member: Member
  called: Called
  /** Null: found by name, whatever their turn. */
  turn: Turn | null
  now: number
}>

export function CallOrderRow({ desk, id, member, called, turn, now }: CallOrderRowProps) {
  const said = useWords(words)
  const format = useFormat()
  const names = usePersonNames(desk.standing.roster)
  const isHeld = called.taken?.by === desk.you.person
  const canTake =
    desk.may('callin.take') && called.taken === null && !isPresent(called.stand) && member.personal !== null
  const name = names.sorted(member.personal)
  const where = [
    member.service,
    member.distanceKm === null ? null : said.km(format.number(member.distanceKm)),
  ]
  return (
    <li className="callin-row" aria-current={isHeld ? true : undefined}>
      <div className="callin-row__who">
        {canTake ? (
          <button
            type="button"
            className="callin-row__name"
            title={said.take(name)}
            onClick={() => void desk.act({ type: 'callin.take', member: id, takeOver: false })}
          >
            {name}
          </button>
        ) : (
          <span className="callin-row__name">{name}</span>
        )}
        <span className="ui-quiet">{where.filter((part) => part !== null).join(' · ')}</span>
      </div>
      <div className="ui-line callin-row__state">
        {called.taken === null ? (
          <TurnLabel turn={turn} called={called} now={now} />
        ) : (
          <Holder desk={desk} id={id} called={called} />
        )}
      </div>
    </li>
  )
}

function TurnLabel({ turn, called, now }: Readonly<{ turn: Turn | null; called: Called; now: number }>) {
  const said = useWords(words)
  const hours = useHours()
  if (turn === null) return <StandLabel called={called} />
  if (turn.is === 'untried') return null
  const from = hours.hour(turn.from)
  if (turn.is === 'asked') return <span className="ui-quiet">{said.askedFrom(from)}</span>
  if (!isDue(turn, now)) return <span className="ui-quiet">{said.again(from)}</span>
  return <span>{said.tries(turn.tries, hours.atHour(turn.lastAt))}</span>
}

/** Who has them in hand; if that person's console has gone, the hand is free to take. */
function Holder({ desk, id, called }: Readonly<{ desk: CallinDesk; id: MemberId; called: Called }>) {
  const said = useWords(words)
  const isHere = useIsHere(desk.you.person)
  const holder = called.taken?.by
  if (holder === undefined || holder === 'system') return null
  if (holder === desk.you.person) return <strong>{said.takenByMe}</strong>
  const name = desk.standing.people[holder]?.name ?? said.erased
  return (
    <>
      <span className="ui-quiet">{isHere(holder) ? said.takenBy(name) : said.takenByGone(name)}</span>
      {isHere(holder) || !desk.may('callin.take') ? null : (
        <Button
          kind="secondary"
          size="small"
          onClick={() => void desk.act({ type: 'callin.take', member: id, takeOver: true })}
        >
          {said.takeOver}
        </Button>
      )}
    </>
  )
}

/** A console that is not itself among those present is offline: it can't tell who has gone. */
function useIsHere(me: PersonId): (other: PersonId) => boolean {
  const present = usePresence()
  const holds = (wanted: PersonId) => present.some(({ person }) => person === wanted)
  return (other) => !holds(me) || holds(other)
}
