import { useId, type Ref } from 'react'
import { cleanTyping, useTextFault } from '#client/ui/clean-typing.ts'
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

export function TextArea(props: TextAreaProps) {
  const { label, hint, error: told, presence, onChange, rows = 3, ...input } = props
  const id = useId()
  const fault = useTextFault(label, input.value)
  const error = told ?? fault
  const optional = presence === undefined ? {} : { presence }
  return (
    <Field id={id} label={label} hint={hint} error={error} {...optional}>
      <textarea
        {...describedBy(id, { hint, error, ...optional })}
        // A browser writes what a field holds into its own files, to bring the tab back.
        autoComplete="off"
        {...input}
        className="fr-input ui-textarea"
        rows={rows}
        onChange={(event) => onChange(cleanTyping(event))}
      />
    </Field>
  )
}
