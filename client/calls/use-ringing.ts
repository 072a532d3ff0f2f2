import { useEffect, useRef, type RefObject } from 'react'
import { v7 } from 'uuid'
import { soundAlarm, useSound } from '#client/calls/alarm-sound.ts'
import { listenFor, RingTurn, ringEvery } from '#client/calls/ring-turn.ts'
import type { LineState } from '#client/sync/connection.ts'
import { useConsole } from '#client/sync/use-console.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import { openUrgents } from '#shared/calls/select.ts'

/** Sounds the alarm until a lead has seen it; not for whoever raised it, who is on the telephone with the caller. */
export function useRinging(): void {
  const { followed, connection, isUnseen } = useConsole(({ followed, connection, crisis, you }) => ({
    followed,
    connection,
    isUnseen:
      crisis !== null &&
      openUrgents(crisis.calls).some(({ acknowledged, by }) => acknowledged === null && by !== you?.person),
  }))
  const rank = useSound() === 'ready' ? ranks[connection] : null
  const crisis = rank === null ? null : followed
  const turn = useTurn(crisis, rank)
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

/**
 * Which tabs ring before which: one that hears the server before one that knows only what was. Null: it stands still until a
 * person does something, and what it shows is nobody's alarm.
 */
const ranks: Readonly<Record<LineState, string | null>> = {
  live: '0',
  connecting: '1',
  offline: '1',
  reload: null,
  'signed-out': null,
  'other-person': null,
}

/** This tab's place among those that can ring for this crisis; null while it cannot. */
function useTurn(crisis: CrisisId | null, rank: string | null): RefObject<RingTurn | null> {
  const turn = useRef<RingTurn | null>(null)
  useEffect(() => {
    if (crisis === null || rank === null) return undefined
    const channel = new BroadcastChannel(`cip.alarm.${crisis}`)
    const mine = new RingTurn(channel, rank + v7(), () => performance.now())
    mine.announce()
    const every = setInterval(() => mine.announce(), ringEvery)
    turn.current = mine
    return () => {
      clearInterval(every)
      mine.close()
      channel.close()
      turn.current = null
    }
  }, [crisis, rank])
  return turn
}
