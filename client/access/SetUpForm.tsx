import { useState, type SubmitEvent } from 'react'
import { faultOf, NewPassword, nothingTyped } from '#client/access/NewPassword.tsx'
import { useRequest } from '#client/access/use-request.ts'
import { words } from '#client/access/words.ts'
import { postJson } from '#client/lib/api.ts'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { TextField } from '#client/ui/TextField.tsx'

/** What the server takes for a login (shared/access/commands.ts), said before it is asked. */
export const loginPattern = /^[a-z0-9][a-z0-9._-]{1,39}$/

/** The first administrator's account. */
export function SetUpForm({ token, onDone }: Readonly<{ token: string; onDone: () => Promise<void> }>) {
  const { welcome } = useWords(words)
  const [login, setLogin] = useState('')
  const [name, setName] = useState('')
  const [typed, setTyped] = useState(nothingTyped)
  const [isChecked, setChecked] = useState(false)
  const request = useRequest()
  const isLoginWrong = !loginPattern.test(login)
  const isNameMissing = name.trim() === ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setChecked(true)
    if (isLoginWrong || isNameMissing || faultOf(typed) !== null) return
    void request.run(async () => {
      await postJson('/api/access/set-up', { token, login, name, password: typed.first })
      await onDone()
    })
  }
  return (
    <form className="access-form" onSubmit={submit}>
      <p>{welcome.setUp}</p>
      <TextField
        label={welcome.login}
        hint={welcome.loginHint}
        autoComplete="username"
        value={login}
        onChange={setLogin}
        error={isChecked && isLoginWrong ? welcome.loginError : null}
      />
      <TextField
        label={welcome.name}
        hint={welcome.nameHint}
        autoComplete="name"
        value={name}
        onChange={setName}
        error={isChecked && isNameMissing ? welcome.nameError : null}
      />
      <NewPassword typed={typed} onChange={setTyped} isChecked={isChecked} />
      {request.error === null ? null : <Callout tone="danger" title={request.error} />}
      <Button type="submit" size="large" disabled={request.isRunning}>
        {welcome.start}
      </Button>
    </form>
  )
}
