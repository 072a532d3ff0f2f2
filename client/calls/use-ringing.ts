import { useEffect } from 'react'
import { v7 } from 'uuid'
import { soundAlarm, useSound } from '#client/calls/alarm-sound.ts'
import { announcedBefore, RingTurn, ringEvery } from '#client/calls/ring-turn.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { openUrgents } from '#shared/calls/select.ts'

const channelName = 'cip.alarm'

/** Sounds the alarm until a lead has seen it; not for whoever raised it, who is on the telephone with the caller. */
export function useRinging(): void {
  const isUnseen = useConsole(({ crisis, you }) =>
    crisis === null
      ? false
      : openUrgents(crisis.calls).some(({ acknowledged, by }) => acknowledged === null && by !== you?.person),
  )
  const isRinging = useSound() === 'ready' && isUnseen
  useEffect(() => {
    if (!isRinging) return undefined
    const channel = new BroadcastChannel(channelName)
    const turn = new RingTurn(channel, v7(), () => performance.now())
    let soon: ReturnType<typeof setTimeout>
    const ring = () => {
      turn.announce()
      soon = setTimeout(() => {
        if (turn.isMine()) soundAlarm()
      }, announcedBefore)
    }
    ring()
    const every = setInterval(ring, ringEvery)
    return () => {
      clearInterval(every)
      clearTimeout(soon)
      turn.close()
      channel.close()
    }
  }, [isRinging])
}
