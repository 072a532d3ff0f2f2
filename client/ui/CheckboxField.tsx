import { useId, type ReactNode } from 'react'
import { FieldError } from '#client/ui/Field.tsx'

type CheckboxFieldProps = Readonly<{
  /** The sentence one agrees to, or the step one has done. */
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  hint?: string | undefined
  error?: string | null
  disabled?: boolean
}>

export function CheckboxField({
  label,
  checked,
  onChange,
  hint,
  error = null,
  disabled = false,
}: CheckboxFieldProps) {
  const id = useId()
  return (
    <div className="ui-field fr-checkbox-group fr-checkbox-group--sm">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={error === null ? undefined : `${id}-error`}
        aria-invalid={error === null ? undefined : true}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label className="fr-label" htmlFor={id}>
        {label}
        {hint === undefined ? null : <span className="fr-hint-text">{hint}</span>}
      </label>
      <FieldError id={id} error={error} />
    </div>
  )
}
