import { words } from '#client/access/words.ts'
import { useWords } from '#client/lib/words.ts'
import { TextField } from '#client/ui/TextField.tsx'

/** Who an account is for. */
export type Identity = Readonly<{ name: string; login: string }>
export const nobodyYet: Identity = { name: '', login: '' }

/** What the server takes for a login (shared/access/commands.ts), said before it is asked. */
const loginPattern = /^[a-z0-9][a-z0-9._-]{1,39}$/

export function isIdentity({ name, login }: Identity): boolean {
  return name.trim() !== '' && loginPattern.test(login)
}

type IdentityFieldsProps = Readonly<{
  typed: Identity
  onChange: (typed: Identity) => void
  isChecked: boolean
  /** One's own: the browser may fill it in. */
  isOwn?: boolean
}>

/** The name that colleagues see and the login. Faults are shown once `isChecked`. */
export function IdentityFields({ typed, onChange, isChecked, isOwn = false }: IdentityFieldsProps) {
  const { welcome } = useWords(words)
  const { name, login } = typed
  return (
    <>
      <TextField
        label={welcome.name}
        hint={welcome.nameHint}
        autoComplete={isOwn ? 'name' : 'off'}
        maxLength={80}
        value={name}
        onChange={(changed) => onChange({ ...typed, name: changed })}
        error={isChecked && name.trim() === '' ? welcome.nameError : null}
      />
      <TextField
        label={welcome.login}
        hint={welcome.loginHint}
        autoComplete={isOwn ? 'username' : 'off'}
        maxLength={40}
        value={login}
        onChange={(changed) => onChange({ ...typed, login: changed })}
        error={isChecked && !loginPattern.test(login) ? welcome.loginError : null}
      />
    </>
  )
}
