import type { ReactNode } from 'react'
import { classNames } from '#client/lib/class-names.ts'
import { useFormat } from '#client/lib/format.ts'
import { across, axisMarks, type TimeAxis } from '#client/ui/time-axis.ts'
import { minute } from '#shared/lib/time.ts'

type TimeStripProps = Readonly<{
  axis: TimeAxis
  /** What is drawn, in words, for those who do not see it. */
  spoken: string
  /** Left of the strip: what it counts. */
  label: string
  /** How far down its line is, in percent; by default the label stands at the top. */
  labelAt?: number
  /** Placed by `across`, in percent of the strip. */
  children: ReactNode
}>

/** Facts on the time axis that a screen shares: half hours as hairlines, the present as one line through all strips. */
export function TimeStrip({ axis, spoken, label, labelAt = 0, children }: TimeStripProps) {
  return (
    <figure className="ui-strip" role="img" aria-label={spoken}>
      <span className="ui-strip__label" style={{ top: `calc(${labelAt}% - ${labelAt > 0 ? 0.75 : 0}em)` }}>
        {label}
      </span>
      <div className="ui-strip__plot">
        {axisMarks(axis).map((at) => (
          <i key={at} className="ui-strip__mark" style={{ left: `${across(axis, at)}%` }} />
        ))}
        {children}
        <i className="ui-strip__now" style={{ left: `${across(axis, axis.now)}%` }} />
      </div>
    </figure>
  )
}

/** The hours under the strips, once for all of them. */
export function TimeScale({ axis }: Readonly<{ axis: TimeAxis }>) {
  const format = useFormat()
  const present = across(axis, axis.now)
  // The present is said instead of the half hour that it would cover.
  const marks = axisMarks(axis).filter((at) => Math.abs(across(axis, at) - present) > 12)
  return (
    <div className="ui-strip ui-strip--scale" aria-hidden="true">
      <span />
      <div className="ui-strip__plot">
        {marks.map((at) => (
          <span
            key={at}
            className={classNames(
              'ui-strip__hour',
              at === axis.from && 'ui-strip__hour--begin',
              at === axis.to && 'ui-strip__hour--end',
            )}
            style={{ left: `${across(axis, at)}%` }}
          >
            {format.instant(at, 'time')}{' '}
            <small>{at === axis.t0 ? 'T0' : `T+${Math.round((at - axis.t0) / minute)}`}</small>
          </span>
        ))}
        <strong className="ui-strip__hour" style={{ left: `${present}%` }}>
          {format.instant(axis.now, 'time')}
        </strong>
      </div>
    </div>
  )
}
