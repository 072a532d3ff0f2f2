import { useEffect, useRef, type RefObject } from 'react'
import { v7 } from 'uuid'
import { soundAlarm, useSound } from '#client/calls/alarm-sound.ts'
import { listenFor, RingTurn, ringEvery } from '#client/calls/ring-turn.ts'
import { useConsole } from '#client/sync/use-console.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import { openUrgents } from '#shared/calls/select.ts'

/** Sounds the alarm until a lead has seen it; not for whoever raised it, who is on the telephone with the caller. */
export function useRinging(): void {
  const { followed, isUnseen } = useConsole(({ followed, crisis, you }) => ({
    followed,
    isUnseen:
      crisis !== null &&
      openUrgents(crisis.calls).some(({ acknowledged, by }) => acknowledged === null && by !== you?.person),
  }))
  const crisis = useSound() === 'ready' ? followed : null
  const turn = useTurn(crisis)
  useEffect(() => {
    if (crisis === null || !isUnseen) return undefined
    let soon: ReturnType<typeof setTimeout>
    const ring = () => {
      turn.current?.announce()
      soon = setTimeout(() => {
        if (turn.current?.isMine() === true) soundAlarm()
      }, listenFor)
    }
    ring()
    const every = setInterval(ring, ringEvery)
    return () => {
      clearInterval(every)
      clearTimeout(soon)
    }
  }, [crisis, turn, isUnseen])
}

/** This tab's place among those that can ring for this crisis; null while it cannot. */
function useTurn(crisis: CrisisId | null): RefObject<RingTurn | null> {
  const turn = useRef<RingTurn | null>(null)
  useEffect(() => {
    if (crisis === null) return undefined
    const channel = new BroadcastChannel(`cip.alarm.${crisis}`)
    const mine = new RingTurn(channel, v7(), () => performance.now())
    mine.announce()
    const every = setInterval(() => mine.announce(), ringEvery)
    turn.current = mine
    return () => {
      clearInterval(every)
      mine.close()
      channel.close()
      turn.current = null
    }
  }, [crisis])
  return turn
}
