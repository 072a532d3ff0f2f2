import { useWords } from '#client/lib/words.ts'
import { words } from '#client/ui/words.ts'

type Bar = Readonly<{ label: string; count: number }>

type BarSeriesProps = Readonly<{
  label: string
  /** Oldest first; the last one is the running period and is drawn brighter. */
  bars: readonly Bar[]
  /** A line across: what the room can take. */
  capacity?: number | null
  size?: 'desk' | 'wall'
}>

/** Counts per period (calls per 10 min) as bars, with the same in words for those who do not see them. */
export function BarSeries({ label, bars, capacity = null, size = 'desk' }: BarSeriesProps) {
  const { peak } = useWords(words)
  const top = Math.max(1, capacity ?? 0, ...bars.map((bar) => bar.count))
  const highest = bars.reduce<Bar | null>(
    (best, bar) => (best === null || bar.count > best.count ? bar : best),
    null,
  )
  const last = bars.at(-1)
  const spoken = `${label}${highest === null || last === undefined ? '' : ` : ${last.count}, ${peak(highest.label, highest.count)}`}`
  return (
    <figure className={`ui-bars ui-bars--${size}`} role="img" aria-label={spoken}>
      <svg viewBox={`0 0 ${Math.max(1, bars.length)} 1`} preserveAspectRatio="none" aria-hidden="true">
        {bars.map((bar, index) => (
          <rect
            key={bar.label}
            className={index === bars.length - 1 ? 'ui-bars__now' : 'ui-bars__bar'}
            x={index + 0.12}
            width={0.76}
            // A period without a call still shows that it was counted.
            y={1 - Math.max(0.02, bar.count / top)}
            height={Math.max(0.02, bar.count / top)}
          />
        ))}
        {capacity === null ? null : (
          <line
            className="ui-bars__capacity"
            x1={0}
            x2={bars.length}
            y1={1 - capacity / top}
            y2={1 - capacity / top}
          />
        )}
      </svg>
      <div className="ui-bars__axis" aria-hidden="true">
        <span>{bars[0]?.label}</span>
        <span>{last?.label}</span>
      </div>
    </figure>
  )
}
