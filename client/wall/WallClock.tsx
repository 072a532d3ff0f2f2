import { useFormat, formatClock } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { ElapsedClock } from '#client/ui/ElapsedClock.tsx'
import { ThresholdBar } from '#client/ui/ThresholdBar.tsx'
import { words } from '#client/wall/words.ts'
import { lineThreshold } from '#shared/activation/select.ts'
import type { Activation } from '#shared/activation/state.ts'
import { minute } from '#shared/lib/time.ts'

/** Where we are in time: T0, and what must be done by when. */
export function WallClock({ activation }: Readonly<{ activation: Activation }>) {
  const said = useWords(words)
  const { title, t0, closed } = activation
  return (
    <header className="wall__head">
      <h1>{title}</h1>
      <p className="wall__clock">
        <span>T0 +</span>{' '}
        {closed === null ? (
          <ElapsedClock since={t0} label={said.t0} />
        ) : (
          <span className="ui-clock">{formatClock(closed.at - t0)}</span>
        )}
      </p>
      <WallLine activation={activation} />
    </header>
  )
}

function WallLine({
  activation: { t0, lineOpenedAt, lineClosedAt, closed },
}: Readonly<{ activation: Activation }>) {
  const said = useWords(words)
  const format = useFormat()
  const time = (at: number) => format.instant(at, 'time')
  if (closed !== null) return <p className="wall__line">{said.closed(time(closed.at))}</p>
  if (lineClosedAt !== null) return <p className="wall__line">{said.lineClosed(time(lineClosedAt))}</p>
  if (lineOpenedAt !== null) return <p className="wall__line">{said.lineOpen(time(lineOpenedAt))}</p>
  return <ThresholdBar since={t0} within={lineThreshold} label={said.lineBefore(lineThreshold / minute)} />
}
