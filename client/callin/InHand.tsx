import { useEffect, useRef } from 'react'
import { InHandCard } from '#client/callin/InHandCard.tsx'
import { UndoLast } from '#client/callin/UndoLast.tsx'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneBody, ZoneHead } from '#client/ui/ZoneParts.tsx'
import { callQueue, nextToCall } from '#shared/callin/next.ts'
import { calledOf, heldBy } from '#shared/callin/select.ts'

/** The middle of the desk: the member in this operator's hand, or the way to take the next. */
export function InHand({ desk }: Readonly<{ desk: CallinDesk }>) {
  const said = useWords(words)
  const { crisis, standing, you } = desk
  const held = heldBy(crisis.callin, you.person)
  const member = held === null ? undefined : standing.roster.members[held]
  if (!desk.may('callin.log')) {
    return (
      <>
        <ZoneHead title={said.inHand} />
        <ZoneBody>
          <p className="ui-quiet">{said.reading}</p>
        </ZoneBody>
      </>
    )
  }
  if (held === null || member === undefined) return <NobodyInHand desk={desk} />
  // A new member is a new card: its number in focus, nothing left of the last one's.
  return (
    <InHandCard key={held} desk={desk} id={held} member={member} called={calledOf(crisis.callin, held)} />
  )
}

function NobodyInHand({ desk }: Readonly<{ desk: CallinDesk }>) {
  const said = useWords(words)
  return (
    <>
      <ZoneHead title={said.inHand} />
      <ZoneBody>
        <NextInHand desk={desk} />
      </ZoneBody>
      <UndoLast desk={desk} />
    </>
  )
}

function NextInHand({ desk: { crisis, standing, act } }: Readonly<{ desk: CallinDesk }>) {
  const said = useWords(words)
  const hours = useHours()
  const now = useNow(5_000)
  const button = useRef<HTMLDivElement>(null)
  const isSomeoneDue = nextToCall(standing.roster, crisis.callin, now) !== null
  const take = () => void act({ type: 'callin.takeNext' })
  useKeys(isSomeoneDue ? { Enter: { label: said.next, run: take } } : {})
  useEffect(() => {
    // Only where the hand is nowhere else: someone may be typing a name in the search.
    if (document.activeElement === document.body) button.current?.querySelector('button')?.focus()
  }, [])
  const turns = callQueue(standing.roster, crisis.callin, now).map(({ turn }) => turn)
  const later = turns.flatMap((turn) => (turn.is === 'untried' ? [] : [turn.from])).filter((at) => at > now)
  if (!isSomeoneDue) {
    return (
      <EmptyState title={turns.length === 0 ? said.nobodyLeft : said.everyoneCalled} icon="time">
        {later.length === 0 ? null : <strong>{said.nextAt(hours.atHour(Math.min(...later)))} </strong>}
        {said.everyoneCalledTeaches}
      </EmptyState>
    )
  }
  return (
    <div ref={button}>
      <EmptyState
        title={said.inHandNobody}
        icon="callIn"
        action={
          <Button size="large" icon="phone" keys="Enter" onClick={take}>
            {said.next}
          </Button>
        }
      >
        {said.inHandTeaches}
      </EmptyState>
    </div>
  )
}
