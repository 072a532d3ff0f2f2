import { Link as RouterLink, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { CodeForm } from '#client/access/CodeForm.tsx'
import { EntrancePage } from '#client/access/EntrancePage.tsx'
import type { Identity } from '#client/access/IdentityFields.tsx'
import { faultOf, NewPassword, nothingTyped } from '#client/access/NewPassword.tsx'
import { SetUpForm } from '#client/access/SetUpForm.tsx'
import { useFirstField } from '#client/access/use-first-field.ts'
import { useCheckedForm } from '#client/access/use-checked-form.ts'
import { words } from '#client/access/words.ts'
import { ApiError, postJson } from '#client/lib/api.ts'
import { useApiWords } from '#client/lib/api-words.ts'
import { useWords } from '#client/lib/words.ts'
import { beginConsole } from '#client/sync/console.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
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
        <Invited token={token ?? ''} isHalf={kind === 'invitation-a-deux'} onDone={enter} />
      )}
    </EntrancePage>
  )
}

type InvitedProps = Readonly<{ token: string; isHalf: boolean; onDone: () => Promise<void> }>

/** A link that two people gave needs the code that the second dictated. */
function Invited({ token, isHalf, onDone }: InvitedProps) {
  const [code, setCode] = useState<string | null>(null)
  if (isHalf && code === null) return <CodeForm onTyped={setCode} />
  return <Invitation link={{ token, code }} onDone={onDone} onAgain={isHalf ? () => setCode(null) : null} />
}

type Link = Readonly<{ token: string; code: string | null }>
type InvitationProps = Readonly<{ link: Link; onDone: () => Promise<void>; onAgain: (() => void) | null }>

function Invitation({ link, onDone, onAgain }: InvitationProps) {
  const { welcome } = useWords(words)
  const { token, code } = link
  const explain = useApiWords()
  const [invited, setInvited] = useState<Identity | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    postJson<Identity>('/api/access/invitation', { token, code }).then(setInvited, setFailure)
  }, [token, code])
  const isCutOff = failure instanceof ApiError && failure.code === 'request.invalid'
  if (failure !== null) {
    return (
      <>
        <Callout tone="danger" title={welcome.invalid}>
          {isCutOff ? welcome.incomplete : explain(failure)}
        </Callout>
        {onAgain === null ? null : (
          <Button kind="secondary" onClick={onAgain}>
            {welcome.codeAgain}
          </Button>
        )}
        <RouterLink to="/connexion">{welcome.toSignIn}</RouterLink>
      </>
    )
  }
  return invited === null ? (
    <LoadingState />
  ) : (
    <InvitationForm link={link} invited={invited} onDone={onDone} />
  )
}

function InvitationForm({
  link,
  invited,
  onDone,
}: Readonly<{ link: Link; invited: Identity; onDone: () => Promise<void> }>) {
  const { welcome } = useWords(words)
  const [typed, setTyped] = useState(nothingTyped)
  const { submit, isChecked, error, isRunning } = useCheckedForm({
    isSound: faultOf(typed) === null,
    send: async () => {
      await postJson('/api/access/invitation/accept', { ...link, password: typed.first })
      await onDone()
    },
  })
  return (
    <form ref={useFirstField()} className="access-form" onSubmit={submit}>
      <p>{welcome.invited(invited.name, invited.login)}</p>
      <input type="hidden" autoComplete="username" value={invited.login} readOnly />
      <NewPassword typed={typed} onChange={setTyped} isChecked={isChecked} />
      <ActProblem text={error} />
      <Button type="submit" size="large" disabled={isRunning}>
        {welcome.start}
      </Button>
    </form>
  )
}
