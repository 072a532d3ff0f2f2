import { useEffect, useRef, useState } from 'react'
import { nextTimeItIs } from '#client/lib/wall-time.ts'
import { words } from '#client/callin/words.ts'
import { useWords } from '#client/lib/words.ts'
import { serverNow } from '#client/sync/use-console.ts'
import { Button } from '#client/ui/Button.tsx'
import { TextField } from '#client/ui/TextField.tsx'

type LaterFieldProps = Readonly<{
  text: string
  onType: (text: string) => void
  onRecord: (from: number) => void
  onCancel: () => void
}>

/** From when a member can come: a time of day, the next one to come. */
export function LaterField({ text, onType, onRecord, onCancel }: LaterFieldProps) {
  const said = useWords(words)
  const [isWrong, setWrong] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const record = () => {
    const from = nextTimeItIs(text, serverNow())
    if (from === null) setWrong(true)
    else onRecord(from)
  }
  return (
    <form
      className="callin-later"
      onSubmit={(event) => {
        event.preventDefault()
        record()
      }}
    >
      <TextField
        ref={field}
        label={said.laterAt}
        hint={said.laterHint}
        error={isWrong ? said.laterWrong : null}
        value={text}
        onChange={(typed) => {
          onType(typed)
          setWrong(false)
        }}
        maxLength={20}
      />
      <div className="ui-line">
        <Button type="submit" keys="Enter">
          {said.record}
        </Button>
        <Button kind="secondary" keys="Escape" onClick={onCancel}>
          {said.cancel}
        </Button>
      </div>
    </form>
  )
}
