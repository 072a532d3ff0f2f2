import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ChangePassword } from '#client/access/ChangePassword.tsx'
import { EntrancePage } from '#client/access/EntrancePage.tsx'
import { useCheckedForm } from '#client/access/use-checked-form.ts'
import { useFirstField } from '#client/access/use-first-field.ts'
import { WhoIsHere } from '#client/access/WhoIsHere.tsx'
import { words } from '#client/access/words.ts'
import { getJson, postJson } from '#client/lib/api.ts'
import { useInstallation } from '#client/lib/installation.ts'
import { useWords } from '#client/lib/words.ts'
import { beginConsole, consoleStore } from '#client/sync/console.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { PasswordField } from '#client/ui/PasswordField.tsx'
import { TextField } from '#client/ui/TextField.tsx'

/** Signing in, and choosing another password first where the administrator asked for it. */
export function SignInPanel() {
  const { signIn, password } = useWords(words)
  const navigate = useNavigate()
  const [mustChange, setMustChange] = useState(false)
  // As it was when the page came: whoever signs in goes on where it ended.
  const [endedAt] = useState(() => consoleStore.getState().endedAt)
  const enter = async () => {
    await beginConsole()
    await navigate({ to: endedAt ?? '/situation' })
  }
  const signedIn = async () => {
    const me = await getJson<{ mustChangePassword: boolean }>('/api/access/me')
    if (me.mustChangePassword) setMustChange(true)
    else await enter()
  }
  if (mustChange) {
    return (
      <EntrancePage title={password.change}>
        <Callout tone="warning" title={password.expired} />
        <ChangePassword
          change={async (request) => {
            await request()
            await enter()
          }}
        />
      </EntrancePage>
    )
  }
  return (
    <EntrancePage title={signIn.title}>
      <WhoIsHere enter={enter}>
        {endedAt === null ? null : <Callout tone="info" title={signIn.ended} />}
        <SignInForm onSignedIn={signedIn} />
      </WhoIsHere>
    </EntrancePage>
  )
}

function SignInForm({ onSignedIn }: Readonly<{ onSignedIn: () => Promise<void> }>) {
  const { signIn } = useWords(words)
  const { isSetUp } = useInstallation()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const { submit, isChecked, error, isRunning } = useCheckedForm({
    isSound: login.trim() !== '' && password !== '',
    send: async () => {
      await postJson('/api/access/sign-in', { login, password })
      await onSignedIn()
    },
  })
  return (
    <form ref={useFirstField()} className="access-form" onSubmit={submit} noValidate>
      {isSetUp ? null : <Callout tone="info" title={signIn.notSetUp} />}
      <TextField
        label={signIn.login}
        value={login}
        onChange={setLogin}
        autoComplete="username"
        autoCapitalize="none"
        error={isChecked && login.trim() === '' ? signIn.loginError : null}
      />
      <PasswordField
        label={signIn.password}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        error={isChecked && password === '' ? signIn.passwordError : error}
      />
      <Button type="submit" size="large" keys="Enter" disabled={isRunning}>
        {isRunning ? signIn.waiting : signIn.action}
      </Button>
      <p className="access-entrance__help">
        <span>{signIn.noAccount}</span> {signIn.noAccountHint}
      </p>
    </form>
  )
}
