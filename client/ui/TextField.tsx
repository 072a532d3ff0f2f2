import { useId, type Ref } from 'react'
import { cleanTyping, useTextFault } from '#client/ui/clean-typing.ts'
import { describedBy, Field, type FieldProps } from '#client/ui/Field.tsx'

type TextFieldProps = FieldProps &
  Readonly<{
    value: string
    onChange: (value: string) => void
    onBlur?: () => void
    /** A form would have been sent with what stands here. */
    onInvalid?: () => void
    /** What a phone's keyboard should show, and what the browser may fill in. */
    type?: 'text' | 'tel' | 'email' | 'password' | 'search' | 'date' | 'time' | 'datetime-local' | 'number'
    autoComplete?: string
    autoCapitalize?: 'none'
    inputMode?: 'numeric'
    placeholder?: string
    maxLength?: number
    ref?: Ref<HTMLInputElement>
  }>

export function TextField({
  label,
  hint,
  error: told,
  presence,
  naming,
  onChange,
  type = 'text',
  ...input
}: TextFieldProps) {
  const id = useId()
  const fault = useTextFault(label, input.value)
  const error = told ?? fault
  const optional = presence === undefined ? {} : { presence }
  // Nobody expects a search box to be required: it says nothing, and is not.
  const isSearch = type === 'search'
  return (
    <Field id={id} label={label} hint={hint} error={error} naming={naming} {...(isSearch ? {} : optional)}>
      <input
        {...describedBy(id, { hint, error, ...(isSearch ? { presence: 'optional' } : optional) })}
        autoComplete="off"
        {...input}
        className="fr-input"
        type={type}
        onKeyDown={(event) => {
          if (!isSearch || event.key !== 'Escape' || input.value === '') return
          // Handled: what is around it does not close as well.
          event.preventDefault()
          onChange('')
        }}
        onChange={(event) => onChange(cleanTyping(event))}
      />
    </Field>
  )
}
