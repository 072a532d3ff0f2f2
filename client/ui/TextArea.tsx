import { useId, type Ref } from 'react'
import { describedBy, Field, type FieldProps } from '#client/ui/Field.tsx'

type TextAreaProps = FieldProps &
  Readonly<{
    value: string
    onChange: (value: string) => void
    onBlur?: () => void
    /** Lines shown at first; it grows with the text where the browser can. */
    rows?: number
    placeholder?: string
    maxLength?: number
    ref?: Ref<HTMLTextAreaElement>
  }>

export function TextArea({ label, hint, error, presence, onChange, rows = 3, ...input }: TextAreaProps) {
  const id = useId()
  const optional = presence === undefined ? {} : { presence }
  return (
    <Field id={id} label={label} hint={hint} error={error} {...optional}>
      <textarea
        {...describedBy(id, { hint, error, ...optional })}
        {...input}
        className="fr-input ui-textarea"
        rows={rows}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
