import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState, type SubmitEvent } from 'react'
import { EntrancePage } from '#client/access/EntrancePage.tsx'
import { faultOf, NewPassword, nothingTyped } from '#client/access/NewPassword.tsx'
import { SetUpForm } from '#client/access/SetUpForm.tsx'
import { useRequest } from '#client/access/use-request.ts'
import { words } from '#client/access/words.ts'
import { postJson } from '#client/lib/api.ts'
import { useApiWords } from '#client/lib/api-words.ts'
import { useWords } from '#client/lib/words.ts'
import { startConsole } from '#client/sync/console.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'

/** The one-time links: the token stands in the address' fragment, which browsers send to no server. */
export function WelcomePanel() {
  const { welcome } = useWords(words)
  const navigate = useNavigate()
  const [[kind, token]] = useState(() => location.hash.slice(1).split('=', 2))
  const enter = async () => {
    await startConsole()
    await navigate({ to: '/situation' })
  }
  return (
    <EntrancePage title={welcome.title}>
      {kind === 'mise-en-service' ? (
        <SetUpForm token={token ?? ''} onDone={enter} />
      ) : (
        <Invitation token={token ?? ''} onDone={enter} />
      )}
    </EntrancePage>
  )
}

type Invited = Readonly<{ name: string; login: string }>

function Invitation({ token, onDone }: Readonly<{ token: string; onDone: () => Promise<void> }>) {
  const { welcome } = useWords(words)
  const explain = useApiWords()
  const [invited, setInvited] = useState<Invited | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    postJson<Invited>('/api/access/invitation', { token }).then(setInvited, setFailure)
  }, [token])
  if (failure !== null) {
    return (
      <>
        <Callout tone="danger" title={welcome.invalid}>
          {token === '' ? welcome.incomplete : explain(failure)}
        </Callout>
        <Link to="/connexion">{welcome.toSignIn}</Link>
      </>
    )
  }
  return invited === null ? (
    <LoadingState />
  ) : (
    <InvitationForm token={token} invited={invited} onDone={onDone} />
  )
}

function InvitationForm({
  token,
  invited,
  onDone,
}: Readonly<{ token: string; invited: Invited; onDone: () => Promise<void> }>) {
  const { welcome } = useWords(words)
  const [typed, setTyped] = useState(nothingTyped)
  const [isChecked, setChecked] = useState(false)
  const request = useRequest()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setChecked(true)
    if (faultOf(typed) !== null) return
    void request.run(async () => {
      await postJson('/api/access/invitation/accept', { token, password: typed.first })
      await onDone()
    })
  }
  return (
    <form className="access-form" onSubmit={submit}>
      <p>{welcome.invited(invited.name, invited.login)}</p>
      <input type="hidden" autoComplete="username" value={invited.login} readOnly />
      <NewPassword typed={typed} onChange={setTyped} isChecked={isChecked} />
      {request.error === null ? null : <Callout tone="danger" title={request.error} />}
      <Button type="submit" size="large" disabled={request.isRunning}>
        {welcome.start}
      </Button>
    </form>
  )
}
