import { now } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { nextTimeItIs, wallTime } from '#client/lib/wall-time.ts'
import { words } from '#client/messages/words.ts'
import { FilterTag } from '#client/ui/FilterTag.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { minute } from '#shared/lib/time.ts'

type TimeChoiceProps = Readonly<{
  label: string
  value: number | null
  onChange: (at: number | null) => void
  /** Minutes from now. */
  presets: readonly number[]
}>

/** Hours that people remember. */
const mark = 5 * minute

/** An hour to come: by a usual distance from now, or as a time of day (the next time it will be so). */
export function TimeChoice({ label, value, onChange, presets }: TimeChoiceProps) {
  const said = useWords(words)
  return (
    <fieldset className="msg-time">
      <legend className="fr-label">{label}</legend>
      <div className="msg-time__choices">
        <FilterTag pressed={value === null} onChange={() => onChange(null)}>
          {said.none}
        </FilterTag>
        {presets.map((minutes) => (
          <FilterTag
            key={minutes}
            pressed={false}
            onChange={() => onChange(Math.ceil((now() + minutes * minute) / mark) * mark)}
          >
            {said.inMinutes(minutes)}
          </FilterTag>
        ))}
        <TextField
          label={`${label}, ${said.atTime}`}
          type="time"
          presence="optional"
          value={value === null ? '' : wallTime(value)}
          onChange={(typed) => onChange(nextTimeItIs(typed, now()))}
        />
      </div>
    </fieldset>
  )
}
