import { useId } from 'react'
import { classNames } from '#client/lib/class-names.ts'
import { FieldError } from '#client/ui/Field.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import type { IconName } from '#client/ui/icons.ts'
import { Kbd } from '#client/ui/Kbd.tsx'
import type { Tone } from '#client/ui/tone.ts'
import { useKeys } from '#client/ui/use-keys.ts'

type Card<Value extends string> = Readonly<{
  value: Value
  label: string
  /** One line that makes a mistake impossible. */
  detail: string
  icon: IconName
  tone?: Tone
  /** The letter or digit that chooses it from anywhere on the screen. */
  keys?: string
}>

type RadioCardsProps<Value extends string> = Readonly<{
  label: string
  /** `spoken`: what it is about stands beside it already. */
  naming?: 'shown' | 'spoken'
  value: Value | null
  onChange: (value: Value) => void
  options: readonly Card<Value>[]
  error?: string | null
}>

/** Two or three large choices that nobody confuses: real or exercise. Native radios, so arrows and forms work. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, naming, value, onChange, options, error = null } = props
  const id = useId()
  useKeys(
    Object.fromEntries(
      options.flatMap(({ keys, label, value }) =>
        keys === undefined ? [] : [[keys, { label, run: () => onChange(value) }]],
      ),
    ),
  )
  return (
    <fieldset
      className="ui-field ui-radio-cards"
      role="radiogroup"
      aria-invalid={error === null ? undefined : true}
      aria-describedby={error === null ? undefined : `${id}-error`}
    >
      <legend className={naming === 'spoken' ? 'fr-sr-only' : 'fr-label'}>{label}</legend>
      <div className="ui-radio-cards__options">
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames('ui-radio-card', `ui-tone--${option.tone ?? 'info'}`)}
          >
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <Icon name={option.icon} size={24} />
            <span className="ui-radio-card__words">
              <strong>{option.label}</strong>
              <span>{option.detail}</span>
            </span>
            {option.keys === undefined ? null : <Kbd keys={option.keys} />}
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  )
}
