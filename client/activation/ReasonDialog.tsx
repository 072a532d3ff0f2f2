import { useState, type ReactNode } from 'react'
import { useAct } from '#client/activation/use-act.ts'
import { words } from '#client/activation/words.ts'
import { useWords } from '#client/lib/words.ts'
import { Button, type ButtonKind } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import type { Command } from '#shared/command.ts'

type ReasonDialogProps = Readonly<{
  title: string
  /** What will happen. */
  children: ReactNode
  /** On the button. */
  action: string
  kind?: ButtonKind
  reasonLabel?: string
  command: (reason: string) => Command
  onClose: () => void
}>

/** A deed that needs its reason: it stays in the logbook. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, children, action, kind = 'primary', command, onClose } = props
  const said = useWords(words).manage
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const { act, problem, isSending } = useAct(onClose)
  const send = () => {
    setChecked(true)
    if (reason.trim() !== '') act(command(reason))
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button kind={kind} onClick={send} disabled={isSending}>
            {action}
          </Button>
          <Button kind="tertiary" onClick={onClose}>
            {said.cancel}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {children}
        <TextField
          label={props.reasonLabel ?? said.reason}
          value={reason}
          maxLength={300}
          onChange={setReason}
          error={isChecked && reason.trim() === '' ? said.reasonError : null}
        />
        {problem === null ? null : <Callout tone="danger" title={problem} />}
      </form>
    </Dialog>
  )
}
