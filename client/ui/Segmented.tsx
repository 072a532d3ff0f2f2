import { useId } from 'react'
import { Icon } from '#client/ui/Icon.tsx'
import type { IconName } from '#client/ui/icons.ts'

type SegmentedProps<Value extends string> = Readonly<{
  label: string
  value: Value
  onChange: (value: Value) => void
  options: readonly Readonly<{ value: Value; label: string; icon?: IconName }>[]
}>

/** Two to four exclusive settings side by side, effective at once. Native radios. */
export function Segmented<Value extends string>({ label, value, onChange, options }: SegmentedProps<Value>) {
  const id = useId()
  return (
    <fieldset className="ui-segmented">
      <legend>{label}</legend>
      <div className="ui-segmented__options">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              className="fr-sr-only"
              name={id}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.icon === undefined ? null : <Icon name={option.icon} />}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
