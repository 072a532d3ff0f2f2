import { now } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { nextTimeItIs } from '#client/lib/wall-time.ts'
import { words } from '#client/messages/words.ts'
import { FilterTag } from '#client/ui/FilterTag.tsx'
import { TimeField } from '#client/ui/TimeField.tsx'
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
      <div className="msg-time__choices ui-line">
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
        <TimeField
          label={`${label}, ${said.atTime}`}
          naming="spoken"
          placeholder={said.atTime}
          presence="optional"
          value={value}
          read={nextTimeItIs}
          onChange={onChange}
        />
      </div>
    </fieldset>
  )
}
