import { useState } from 'react'
import { IdentityFields, isIdentity, nobodyYet } from '#client/access/IdentityFields.tsx'
import { faultOf, NewPassword, nothingTyped } from '#client/access/NewPassword.tsx'
import { useFirstField } from '#client/access/use-first-field.ts'
import { useCheckedForm } from '#client/access/use-checked-form.ts'
import { words } from '#client/access/words.ts'
import { postJson } from '#client/lib/api.ts'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'

/** The first administrator's account. */
export function SetUpForm({ token, onDone }: Readonly<{ token: string; onDone: () => Promise<void> }>) {
  const { welcome } = useWords(words)
  const [identity, setIdentity] = useState(nobodyYet)
  const [typed, setTyped] = useState(nothingTyped)
  const { submit, isChecked, error, isRunning } = useCheckedForm({
    isSound: isIdentity(identity) && faultOf(typed) === null,
    send: async () => {
      await postJson('/api/access/set-up', { token, ...identity, password: typed.first })
      await onDone()
    },
  })
  return (
    <form ref={useFirstField()} className="access-form" onSubmit={submit}>
      <p>{welcome.setUp}</p>
      <IdentityFields typed={identity} onChange={setIdentity} isChecked={isChecked} isOwn />
      <NewPassword typed={typed} onChange={setTyped} isChecked={isChecked} />
      <ActProblem text={error} />
      <Button type="submit" size="large" disabled={isRunning}>
        {welcome.start}
      </Button>
    </form>
  )
}
