import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { ElapsedClock } from '#client/ui/ElapsedClock.tsx'
import { ThresholdBar } from '#client/ui/ThresholdBar.tsx'
import { words } from '#client/wall/words.ts'
import { lineThreshold } from '#shared/activation/select.ts'
import type { Activation } from '#shared/activation/state.ts'
import { minute } from '#shared/lib/time.ts'

type HeadProps = Readonly<{ activation: Activation }>

/** What it is about, where the line stands, and how long it has lasted. */
export function WallHead({ activation }: HeadProps) {
  return (
    <header className="wall__head">
      <p className="wall__title">{activation.title}</p>
      <WallTime activation={activation} />
      <WallLine activation={activation} />
    </header>
  )
}

/** The clock that every delay counts from. */
export function WallTime({ activation: { t0, closed } }: HeadProps) {
  const said = useWords(words)
  return (
    <p className="wall__time">
      <span>T0 +</span> <ElapsedClock since={t0} until={closed?.at ?? null} label={said.t0} />
    </p>
  )
}

/** Where the line stands; until it is open, how long there is. */
export function WallLine({ activation: { t0, lineOpenedAt, lineClosedAt, closed } }: HeadProps) {
  const said = useWords(words)
  const hours = useHours()
  const time = (at: number) => hours.atHour(at)
  if (closed !== null) return <p>{said.closed(time(closed.at))}</p>
  if (lineClosedAt !== null) return <p>{said.lineClosed(time(lineClosedAt))}</p>
  if (lineOpenedAt !== null) return <p>{said.lineOpen(time(lineOpenedAt))}</p>
  return <ThresholdBar since={t0} within={lineThreshold} label={said.lineBefore(lineThreshold / minute)} />
}
