import { useState } from 'react'
import { useWords } from '#client/lib/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useOvertaken, type Grounds } from '#client/sync/use-overtaken.ts'
import { useTyped } from '#client/sync/use-typed.ts'
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
  const [basedOn] = useState(state.version)
  const crisis = useConsole(({ followed }) => followed)
  const typed = useTyped({
    name: `forbidden-1.${crisis}`,
    initial: () => state.forbidden.join('\n'),
    grounds: forbiddenGrounds,
    onClose,
  })
  const { act, problem, isSending } = useAct(onClose, typed)
  const overtaken = useOvertaken(forbiddenGrounds, isSending, typed.on)
  const save = () => {
    const statements = typed.value
      .split('\n')
      .map((statement) => statement.trim())
      .filter((statement) => statement !== '')
    act({ type: 'talkingpoints.forbid', basedOn, statements: [...new Set(statements)] })
  }
  return (
    <Dialog
      title={said.editTitle}
      onClose={typed.close}
      typed={typed}
      overtaken={overtaken}
      footer={
        <>
          <Button onClick={save}>{said.save}</Button>
          <Button kind="secondary" onClick={typed.close}>
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
        value={typed.value}
        onChange={typed.set}
        error={problem}
      />
    </Dialog>
  )
}
