import { useState } from 'react'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { useSubmit } from '#client/sync/use-submit.ts'
import { words } from '#client/talkingpoints/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import type { Section } from '#shared/talkingpoints/state.ts'

/** Takes a subject that is out of date from the sheet, with the reason. */
export function RetireSection({ section }: Readonly<{ section: Section }>) {
  const said = useWords(words)
  const explain = useRefusalWords()
  const submit = useSubmit()
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const retire = async () => {
    const sent = await submit({
      type: 'talkingpoints.retire',
      message: section.message,
      reason: reason.trim(),
    })
    if (sent.status === 'refused') setProblem(explain(sent.refusal))
    else setAsking(false)
  }
  return (
    <>
      <Button kind="tertiary" size="small" onClick={() => setAsking(true)}>
        {said.retire}
      </Button>
      {isAsking ? (
        <Dialog
          title={said.retireTitle(section.title)}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button kind="danger" disabled={reason.trim() === ''} onClick={() => void retire()}>
                {said.retire}
              </Button>
              <Button kind="secondary" onClick={() => setAsking(false)}>
                {said.cancel}
              </Button>
            </>
          }
        >
          <TextField
            label={said.retireReason}
            hint={said.retireHint}
            maxLength={300}
            value={reason}
            onChange={setReason}
            error={problem}
          />
        </Dialog>
      ) : null}
    </>
  )
}
