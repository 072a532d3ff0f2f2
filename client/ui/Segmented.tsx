import { useId } from 'react'
import { classNames } from '#client/lib/class-names.ts'
import { Icon } from '#client/ui/Icon.tsx'
import type { IconName } from '#client/ui/icons.ts'

type SegmentedProps<Value extends string> = Readonly<{
  label: string
  /** `spoken`: what it is about stands beside it already. */
  naming?: 'shown' | 'spoken'
  value: Value
  onChange: (value: Value) => void
  options: readonly Readonly<{ value: Value; label: string; icon?: IconName; lang?: string }>[]
}>

/** Two to four exclusive settings side by side, effective at once: words, a line under the one that holds. Native radios. */
export function Segmented<Value extends string>({ label, naming, ...choice }: SegmentedProps<Value>) {
  const { value, onChange, options } = choice
  const id = useId()
  return (
    <fieldset className="ui-segmented">
      <legend className={classNames(naming === 'spoken' && 'fr-sr-only')}>{label}</legend>
      <div className="ui-segmented__options">
        {options.map((option) => (
          <label key={option.value} lang={option.lang}>
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
