import { useState } from 'react'
import { faultOf, NewPassword, nothingTyped } from '#client/access/NewPassword.tsx'
import { useCheckedForm } from '#client/access/use-checked-form.ts'
import { words } from '#client/access/words.ts'
import { postJson } from '#client/lib/api.ts'
import { useWords } from '#client/lib/words.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { PasswordField } from '#client/ui/PasswordField.tsx'

type ChangePasswordProps = Readonly<{
  /** Around the request: what becomes of the page when the server ends every session and opens this one anew. */
  change: (request: () => Promise<void>) => Promise<void>
}>

/** One's own password: the present one, then another. The other sessions end. */
export function ChangePassword({ change }: ChangePasswordProps) {
  const { password } = useWords(words)
  const [current, setCurrent] = useState('')
  const [typed, setTyped] = useState(nothingTyped)
  const { submit, isChecked, error, isRunning } = useCheckedForm({
    isSound: faultOf(typed) === null,
    send: async () => {
      await change(() => postJson('/api/access/password', { current, password: typed.first }))
      setCurrent('')
      setTyped(nothingTyped)
      announce(password.changed, 'polite')
    },
  })
  return (
    <form className="access-form" onSubmit={submit}>
      <PasswordField
        label={password.current}
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={error}
      />
      <NewPassword typed={typed} onChange={setTyped} isChecked={isChecked} />
      <Button type="submit" disabled={isRunning}>
        {password.change}
      </Button>
    </form>
  )
}
