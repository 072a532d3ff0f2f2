import { useState, type SubmitEvent } from 'react'
import type { IssuedLink } from '#client/access/PersonalLink.tsx'
import { RolesField } from '#client/access/RolesField.tsx'
import { loginPattern } from '#client/access/SetUpForm.tsx'
import { useRequest } from '#client/access/use-request.ts'
import { words } from '#client/access/words.ts'
import { postJson } from '#client/lib/api.ts'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import type { Role } from '#shared/access/roles.ts'

type InviteFormProps = Readonly<{ onIssued: (link: IssuedLink) => void; onCancel: () => void }>

/** A new account and its one-time link. */
export function InviteForm({ onIssued, onCancel }: InviteFormProps) {
  const { settings: said, welcome } = useWords(words)
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>([])
  const [isChecked, setChecked] = useState(false)
  const request = useRequest()
  const isLoginWrong = !loginPattern.test(login)
  const isNameMissing = name.trim() === ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setChecked(true)
    if (isLoginWrong || isNameMissing || roles.length === 0) return
    void request.run(async () => {
      const { token } = await postJson<{ token: string }>('/api/access/accounts', { login, name, roles })
      onIssued({ name, token })
    })
  }
  return (
    <form className="access-form" onSubmit={submit}>
      <TextField
        label={welcome.name}
        hint={welcome.nameHint}
        value={name}
        maxLength={80}
        onChange={setName}
        error={isChecked && isNameMissing ? welcome.nameError : null}
      />
      <TextField
        label={welcome.login}
        hint={welcome.loginHint}
        value={login}
        maxLength={40}
        onChange={setLogin}
        error={isChecked && isLoginWrong ? welcome.loginError : null}
      />
      <RolesField held={roles} onChange={setRoles} isChecked={isChecked} />
      {request.error === null ? null : <Callout tone="danger" title={request.error} />}
      <div className="access-rows__actions">
        <Button type="submit" disabled={request.isRunning}>
          {said.invite}
        </Button>
        <Button kind="tertiary" onClick={onCancel}>
          {said.cancel}
        </Button>
      </div>
    </form>
  )
}
