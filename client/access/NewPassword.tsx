import { words } from '#client/access/words.ts'
import { useWords } from '#client/lib/words.ts'
import { PasswordField } from '#client/ui/PasswordField.tsx'

export type TypedPassword = Readonly<{ first: string; again: string }>
export const nothingTyped: TypedPassword = { first: '', again: '' }

// The server's own floor (server/access/passwords.ts): said here before it is asked.
const shortest = 12

export type PasswordFault = 'tooShort' | 'different' | null

export function faultOf({ first, again }: TypedPassword): PasswordFault {
  if (first.length < shortest) return 'tooShort'
  return first === again ? null : 'different'
}

/** A password typed twice. Faults are shown once `isChecked`, when the form was sent a first time. */
export function NewPassword({
  typed,
  onChange,
  isChecked,
}: Readonly<{ typed: TypedPassword; onChange: (typed: TypedPassword) => void; isChecked: boolean }>) {
  const { password } = useWords(words)
  const fault = isChecked ? faultOf(typed) : null
  return (
    <>
      <PasswordField
        label={password.next}
        hint={password.hint}
        autoComplete="new-password"
        value={typed.first}
        onChange={(first) => onChange({ ...typed, first })}
        error={fault === 'tooShort' ? password.tooShort : null}
      />
      <PasswordField
        label={password.again}
        autoComplete="new-password"
        value={typed.again}
        onChange={(again) => onChange({ ...typed, again })}
        error={fault === 'different' ? password.different : null}
      />
    </>
  )
}
