import { useId } from 'react'
import { describedBy, Field, type FieldProps } from '#client/ui/Field.tsx'

type SelectFieldProps<Value extends string> = FieldProps &
  Readonly<{
    value: Value | null
    onChange: (value: Value) => void
    options: readonly Readonly<{ value: Value; label: string }>[]
    /** Shown while nothing is chosen. */
    placeholder?: string
  }>

export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, hint, error, presence, naming, value, onChange, options, placeholder = '' } = props
  const id = useId()
  const optional = presence === undefined ? {} : { presence }
  return (
    <Field id={id} label={label} hint={hint} error={error} naming={naming} {...optional}>
      <select
        {...describedBy(id, { hint, error, ...optional })}
        className="fr-select"
        value={value ?? ''}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {value === null ? (
          <option value="" disabled hidden>
            {placeholder}
          </option>
        ) : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
