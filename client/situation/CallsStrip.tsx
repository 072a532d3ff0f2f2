import { words } from '#client/situation/words.ts'
import { useWords } from '#client/lib/words.ts'
import { classNames } from '#client/lib/class-names.ts'
import { across, type TimeAxis } from '#client/ui/time-axis.ts'
import { TimeStrip } from '#client/ui/TimeStrip.tsx'
import { bucketLength, bucketStart } from '#shared/calls/counters.ts'
import { callbacksDue, lastBuckets } from '#shared/calls/select.ts'
import type { Calls } from '#shared/calls/state.ts'
import { minute } from '#shared/lib/time.ts'

/** Share of the height that the highest bar takes: its figure stands above it. */
const highest = 72
/** Percent of the axis under which a bar has no room for its figure. */
const narrow = 1.5
/** Promises within this time stand on each other. */
const pile = 3 * minute
/** As many as fit on each other. */
const mostPiled = 6

type CallsStripProps = Readonly<{ calls: Calls; axis: TimeAxis }>

/** Calls per ten minutes until now, promised call-backs each at its hour. */
export function CallsStrip({ calls, axis }: CallsStripProps) {
  const said = useWords(words).calls
  const buckets = lastBuckets(calls, axis.from - bucketLength + 1).filter(({ start }) => start < axis.to)
  const promises = callbacksDue(calls).filter(({ callback }) => callback.dueAt < axis.to)
  const running = buckets.find(({ start }) => start === bucketStart(axis.now))?.total ?? 0
  const most = Math.max(0, ...buckets.map(({ total }) => total))
  const spoken = said.strip(running, most, promises.length)
  return (
    <TimeStrip axis={axis} spoken={spoken} label={said.perTen}>
      {buckets.map(({ start, total }) => {
        const left = across(axis, start)
        const right = across(axis, Math.min(start + bucketLength, Math.max(axis.now, start + minute)))
        const isRunning = start + bucketLength > axis.now
        return (
          <span
            key={start}
            className={classNames('ui-strip__bar', isRunning && 'ui-strip__bar--now')}
            style={{
              left: `${left + 0.1}%`,
              width: `${Math.max(0.4, right - left - 0.2)}%`,
              height: `${(total / most) * highest}%`,
            }}
          >
            {right - left < narrow ? null : <span className="ui-strip__count">{total}</span>}
          </span>
        )
      })}
      {piled(promises.map(({ callback }) => Math.max(callback.dueAt, axis.now))).map(({ at, height }, n) => (
        <i
          key={promises[n]?.id}
          className={classNames(
            'ui-strip__dot',
            (promises[n]?.callback.dueAt ?? 0) <= axis.now && 'ui-strip__dot--late',
          )}
          style={{ left: `calc(${across(axis, at)}% + 0.5em)`, bottom: `${height * 0.75 + 0.15}em` }}
        />
      ))}
    </TimeStrip>
  )
}

/** Places for dots that would otherwise cover each other: at the time of the first of their pile, one above the other. */
function piled(times: readonly number[]): readonly Readonly<{ at: number; height: number }>[] {
  const places: { at: number; height: number }[] = []
  for (const at of times) {
    const last = places.at(-1)
    if (last === undefined || at - last.at >= pile) places.push({ at, height: 0 })
    else if (last.height + 1 < mostPiled) places.push({ at: last.at, height: last.height + 1 })
    else places.push({ at: last.at + pile, height: 0 })
  }
  return places
}
