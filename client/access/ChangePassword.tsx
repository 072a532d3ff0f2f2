import { useState, type SubmitEvent } from 'react'
import { faultOf, NewPassword, nothingTyped } from '#client/access/NewPassword.tsx'
import { useRequest } from '#client/access/use-request.ts'
import { words } from '#client/access/words.ts'
import { postJson } from '#client/lib/api.ts'
import { useWords } from '#client/lib/words.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { TextField } from '#client/ui/TextField.tsx'

/** One's own password: the present one, then another. The other sessions end. */
export function ChangePassword({ onChanged }: Readonly<{ onChanged: () => void }>) {
  const { password } = useWords(words)
  const [current, setCurrent] = useState('')
  const [typed, setTyped] = useState(nothingTyped)
  const [isChecked, setChecked] = useState(false)
  const request = useRequest()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setChecked(true)
    if (faultOf(typed) !== null) return
    void request.run(async () => {
      await postJson('/api/access/password', { current, password: typed.first })
      setCurrent('')
      setTyped(nothingTyped)
      setChecked(false)
      announce(password.changed, 'polite')
      onChanged()
    })
  }
  return (
    <form className="access-form" onSubmit={submit}>
      <TextField
        label={password.current}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={request.error}
      />
      <NewPassword typed={typed} onChange={setTyped} isChecked={isChecked} />
      <Button type="submit" disabled={request.isRunning}>
        {password.change}
      </Button>
    </form>
  )
}
