import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { EntrancePage } from '#client/access/EntrancePage.tsx'
import type { Identity } from '#client/access/IdentityFields.tsx'
import { faultOf, NewPassword, nothingTyped } from '#client/access/NewPassword.tsx'
import { SetUpForm } from '#client/access/SetUpForm.tsx'
import { useCheckedForm } from '#client/access/use-checked-form.ts'
import { words } from '#client/access/words.ts'
import { postJson } from '#client/lib/api.ts'
import { useApiWords } from '#client/lib/api-words.ts'
import { useWords } from '#client/lib/words.ts'
import { beginConsole } from '#client/sync/console.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'

/** The one-time links: the token stands in the address' fragment, which browsers send to no server. */
export function WelcomePanel() {
  const { welcome } = useWords(words)
  const navigate = useNavigate()
  const [[kind, token]] = useState(() => location.hash.slice(1).split('=', 2))
  const enter = async () => {
    await beginConsole()
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

function Invitation({ token, onDone }: Readonly<{ token: string; onDone: () => Promise<void> }>) {
  const { welcome } = useWords(words)
  const explain = useApiWords()
  const [invited, setInvited] = useState<Identity | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    postJson<Identity>('/api/access/invitation', { token }).then(setInvited, setFailure)
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
}: Readonly<{ token: string; invited: Identity; onDone: () => Promise<void> }>) {
  const { welcome } = useWords(words)
  const [typed, setTyped] = useState(nothingTyped)
  const { submit, isChecked, error, isRunning } = useCheckedForm({
    isSound: faultOf(typed) === null,
    send: async () => {
      await postJson('/api/access/invitation/accept', { token, password: typed.first })
      await onDone()
    },
  })
  return (
    <form className="access-form" onSubmit={submit}>
      <p>{welcome.invited(invited.name, invited.login)}</p>
      <input type="hidden" autoComplete="username" value={invited.login} readOnly />
      <NewPassword typed={typed} onChange={setTyped} isChecked={isChecked} />
      {error === null ? null : <Callout tone="danger" title={error} />}
      <Button type="submit" size="large" disabled={isRunning}>
        {welcome.start}
      </Button>
    </form>
  )
}
