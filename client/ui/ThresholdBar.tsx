import { useNow } from '#client/lib/clock.ts'
import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { thresholdTone } from '#client/ui/threshold.ts'
import { words } from '#client/ui/words.ts'

type ThresholdBarProps = Readonly<{
  /** When the clock started, and how long there is: milliseconds. */
  since: number
  within: number
  /** What must be done by then: "ligne ouverte avant 60 min". */
  label: string
}>

/** Fills towards a deadline: orange from 75 %, red past it; the words beside it say the same. */
export function ThresholdBar({ since, within, label }: ThresholdBarProps) {
  const elapsed = useNow(1_000) - since
  const format = useFormat()
  const said = useWords(words)
  const fraction = elapsed / within
  const left = format.duration(within - elapsed)
  const state = fraction >= 1 ? said.exceeded(left) : said.remaining(left)
  return (
    <div className={`ui-threshold ui-tone--${thresholdTone(fraction)}`}>
      <div
        className="ui-threshold__bar"
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(Math.min(1, Math.max(0, fraction)) * 100)}
        aria-valuetext={state}
      >
        <span style={{ width: `${Math.min(1, fraction) * 100}%` }} />
      </div>
      <p className="ui-threshold__words">
        {label} <span className="ui-threshold__state">{state}</span>
      </p>
    </div>
  )
}
