import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '#client/lib/words.ts'
import { cleanTyping, useTextFault } from '#client/ui/clean-typing.ts'
import { describedBy, Field, type FieldProps } from '#client/ui/Field.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { useCapsLock } from '#client/ui/use-caps-lock.ts'
import { words } from '#client/ui/words.ts'

type PasswordFieldProps = Omit<FieldProps, 'presence'> &
  Readonly<{
    value: string
    onChange: (value: string) => void
    autoComplete: 'current-password' | 'new-password'
  }>

/**
 * A password, hidden until one asks to see it, and hidden again when it is sent, so that browsers keep it as one. That
 * capitals are locked is told under it: nothing else on the screen would.
 */
export function PasswordField({
  label,
  hint,
  error: told,
  value,
  onChange,
  autoComplete,
}: PasswordFieldProps) {
  const said = useWords(words)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isShown, setShown] = useState(false)
  const capsLock = useCapsLock()
  const fault = useTextFault(label, value)
  const error = told ?? fault
  // Refused, it is typed anew, or corrected once seen.
  useEffect(() => {
    if (told !== null && told !== undefined) input.current?.select()
  }, [told])
  useEffect(() => {
    const form = input.current?.form
    const hide = () => setShown(false)
    form?.addEventListener('submit', hide)
    return () => form?.removeEventListener('submit', hide)
  }, [])
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className="ui-password">
        <input
          {...describedBy(id, { hint, error })}
          ref={input}
          className="fr-input"
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(cleanTyping(event))}
          {...capsLock.handlers}
        />
        <button type="button" onClick={() => setShown(!isShown)}>
          <Icon name={isShown ? 'eyeOff' : 'eye'} />
          {isShown ? said.hide : said.show}
          <span className="fr-sr-only"> ({label})</span>
        </button>
      </div>
      <p className="ui-field__caps" aria-live="polite">
        {capsLock.isOn ? (
          <>
            <Icon name="warning" /> {said.capsLock}
          </>
        ) : null}
      </p>
    </Field>
  )
}
