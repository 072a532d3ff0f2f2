import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { ChangePassword } from '#client/access/ChangePassword.tsx'
import { WhoIsHere } from '#client/access/WhoIsHere.tsx'
import { EntrancePage } from '#client/access/EntrancePage.tsx'
import { useRequest } from '#client/access/use-request.ts'
import { words } from '#client/access/words.ts'
import { getJson, postJson } from '#client/lib/api.ts'
import { useInstallation } from '#client/lib/installation.ts'
import { useWords } from '#client/lib/words.ts'
import { beginConsole } from '#client/sync/console.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { TextField } from '#client/ui/TextField.tsx'

/** Signing in, and choosing another password first where the administrator asked for it. */
export function SignInPanel() {
  const { signIn, password } = useWords(words)
  const navigate = useNavigate()
  const [mustChange, setMustChange] = useState(false)
  const enter = async () => {
    await beginConsole()
    await navigate({ to: '/situation' })
  }
  const signedIn = async () => {
    const me = await getJson<{ mustChangePassword: boolean }>('/api/access/me')
    if (me.mustChangePassword) setMustChange(true)
    else await enter()
  }
  if (mustChange) {
    return (
      <EntrancePage title={signIn.title}>
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
      <WhoIsHere>
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
  const request = useRequest()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void request.run(async () => {
      await postJson('/api/access/sign-in', { login, password })
      await onSignedIn()
    })
  }
  return (
    <form className="access-form" onSubmit={submit}>
      {isSetUp ? null : <Callout tone="info" title={signIn.notSetUp} />}
      <TextField label={signIn.login} value={login} onChange={setLogin} autoComplete="username" ref={first} />
      <TextField
        label={signIn.password}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        error={request.error}
      />
      <Button type="submit" size="large" disabled={request.isRunning}>
        {request.isRunning ? signIn.waiting : signIn.action}
      </Button>
      <p className="access-entrance__note">{signIn.noAccount}</p>
    </form>
  )
}
