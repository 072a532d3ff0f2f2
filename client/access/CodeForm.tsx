import { useState } from 'react'
import { words as bothWords } from '#client/access/two-people-words.ts'
import { useFirstField } from '#client/access/use-first-field.ts'
import { useCheckedForm } from '#client/access/use-checked-form.ts'
import { words } from '#client/access/words.ts'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { TextField } from '#client/ui/TextField.tsx'

/** As it is dictated: sixteen digits, grouped or not. */
const codePattern = /^(\s*\d){16}\s*$/

/** The second person's half of the link, typed by whom the account is for. */
export function CodeForm({ onTyped }: Readonly<{ onTyped: (code: string) => void }>) {
  const said = useWords(bothWords)
  const { welcome } = useWords(words)
  const [code, setCode] = useState('')
  const isSound = codePattern.test(code)
  const { submit, isChecked } = useCheckedForm({ isSound, send: async () => onTyped(code) })
  return (
    <form ref={useFirstField()} className="access-form" onSubmit={submit}>
      <p>{welcome.twoGave}</p>
      <TextField
        label={said.codeField}
        hint={said.codeHint}
        autoComplete="off"
        inputMode="numeric"
        maxLength={40}
        value={code}
        onChange={setCode}
        error={isChecked && !isSound ? said.codeError : null}
      />
      <Button type="submit" size="large">
        {said.openLink}
      </Button>
    </form>
  )
}
