import { useEffect, useRef, useState } from 'react'
import { words } from '#client/journal/words.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { useSubmit } from '#client/sync/use-submit.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import type { LogLine } from '#shared/register/queries.ts'

/** A correction: nothing is taken out of a main courante, it is struck out with a reason. */
export function StrikeDialog({ line, onClose }: Readonly<{ line: LogLine; onClose: () => void }>) {
  const said = useWords(words)
  const language = useLanguage()
  const explain = useRefusalWords()
  const submit = useSubmit()
  const field = useRef<HTMLInputElement>(null)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => field.current?.focus(), [])

  const strike = async () => {
    if (reason.trim() === '') return field.current?.focus()
    const sent = await submit({ type: 'journal.strike', line: line.seq, reason })
    if (sent.status === 'refused') return setProblem(explain(sent.refusal))
    announce(said.struckDone, 'polite')
    return onClose()
  }

  return (
    <Dialog
      title={said.strikeTitle}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button kind="danger" onClick={() => void strike()} disabled={reason.trim() === ''}>
            {said.strikeAction}
          </Button>
          <Button kind="tertiary" onClick={onClose}>
            {said.cancel}
          </Button>
        </>
      }
    >
      <form
        className="logbook__strike"
        onSubmit={(event) => {
          event.preventDefault()
          void strike()
        }}
      >
        <blockquote>{line[language]}</blockquote>
        <TextField
          ref={field}
          label={said.strikeWhy}
          hint={said.strikeHint}
          error={problem}
          maxLength={300}
          value={reason}
          onChange={setReason}
        />
      </form>
    </Dialog>
  )
}
