import { useState } from 'react'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { useOvertaken, type Grounds } from '#client/sync/use-overtaken.ts'
import { useSubmit } from '#client/sync/use-submit.ts'
import { words } from '#client/talkingpoints/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import type { TalkingPoints } from '#shared/talkingpoints/state.ts'

const forbiddenGrounds: Grounds = {
  fact: ({ crisis }) => JSON.stringify(crisis?.talkingpoints.forbidden ?? null),
  isChangedBy: ({ type }) => type === 'talkingpoints.forbidden',
}

type ForbiddenEditorProps = Readonly<{ state: TalkingPoints; onClose: () => void }>

/** The whole list at once, one statement per line, on the version its author had before them. */
export function ForbiddenEditor({ state, onClose }: ForbiddenEditorProps) {
  const said = useWords(words)
  const explain = useRefusalWords()
  const submit = useSubmit()
  const [basedOn] = useState(state.version)
  const [text, setText] = useState(state.forbidden.join('\n'))
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const overtaken = useOvertaken(forbiddenGrounds, isSending)
  const save = async () => {
    const statements = text
      .split('\n')
      .map((statement) => statement.trim())
      .filter((statement) => statement !== '')
    setSending(true)
    const sent = await submit({ type: 'talkingpoints.forbid', basedOn, statements: [...new Set(statements)] })
    setSending(false)
    if (sent.status === 'refused') setProblem(explain(sent.refusal))
    else onClose()
  }
  return (
    <Dialog
      title={said.editTitle}
      onClose={onClose}
      overtaken={overtaken}
      footer={
        <>
          <Button onClick={() => void save()}>{said.save}</Button>
          <Button kind="secondary" onClick={onClose}>
            {said.cancel}
          </Button>
        </>
      }
    >
      <TextArea
        label={said.editTitle}
        hint={said.editHint}
        presence="optional"
        rows={6}
        value={text}
        onChange={setText}
        error={problem}
      />
    </Dialog>
  )
}
