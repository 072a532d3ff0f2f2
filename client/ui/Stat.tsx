import type { ReactNode } from 'react'
import type { Tone } from '#client/ui/tone.ts'

type StatProps = Readonly<{
  label: string
  /** The figure, in big type. */
  value: ReactNode
  /** "sur 8", "en 10 min". */
  unit?: string
  /** What it means or what is coming: "+2 à 20 min". */
  detail?: ReactNode
  tone?: Tone
}>

/** One glance, one answer. */
export function Stat({ label, value, unit, detail, tone = 'neutral' }: StatProps) {
  return (
    <dl className={`ui-stat ui-tone--${tone}`}>
      <dt>{label}</dt>
      <dd className="ui-stat__value">
        {value}
        {unit === undefined ? null : <span className="ui-stat__unit"> {unit}</span>}
      </dd>
      {detail === undefined ? null : <dd className="ui-stat__detail">{detail}</dd>}
    </dl>
  )
}
