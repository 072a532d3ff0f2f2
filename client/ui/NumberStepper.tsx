import { useId } from 'react'
import { useWords } from '#client/lib/words.ts'
import { describedBy, Field, type FieldProps } from '#client/ui/Field.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { words } from '#client/ui/words.ts'

type NumberStepperProps = FieldProps &
  Readonly<{
    value: number
    onChange: (value: number) => void
    min: number
    max: number
  }>

/** A small whole number changed by the arrow keys, by typing, or by two buttons. */
export function NumberStepper({ label, hint, error, value, onChange, min, max }: NumberStepperProps) {
  const id = useId()
  const { fewer, more } = useWords(words)
  const set = (next: number) => {
    if (Number.isInteger(next)) onChange(Math.min(max, Math.max(min, next)))
  }
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className="ui-stepper">
        <IconButton
          icon="subtract"
          label={fewer(label)}
          disabled={value <= min}
          onClick={() => set(value - 1)}
        />
        <input
          {...describedBy(id, { hint, error })}
          className="fr-input"
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          value={value}
          onChange={(event) => set(event.target.valueAsNumber)}
        />
        <IconButton icon="add" label={more(label)} disabled={value >= max} onClick={() => set(value + 1)} />
      </div>
    </Field>
  )
}
