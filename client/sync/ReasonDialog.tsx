import { useRef, useState, type ReactNode } from 'react'
import { useAct } from '#client/sync/use-act.ts'
import { words } from '#client/sync/words.ts'
import { useWords } from '#client/lib/words.ts'
import { Button, type ButtonKind } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { focusFirstFault } from '#client/ui/focus-first-fault.ts'
import type { Command } from '#shared/command.ts'

type ReasonDialogProps = Readonly<{
  title: string
  /** What will happen. */
  children: ReactNode
  /** On the button. */
  action: string
  kind?: ButtonKind
  reasonLabel?: string
  hint?: string
  command: (reason: string) => Command
  /** Once recorded or kept, before closing. */
  onDone?: () => void
  onClose: () => void
}>

/** A deed that needs its reason: it stays in the logbook. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, children, action, kind = 'primary', command, hint, onDone, onClose } = props
  const said = useWords(words)
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { act, problem, isSending } = useAct(() => {
    onDone?.()
    onClose()
  })
  const send = () => {
    setChecked(true)
    if (reason.trim() === '') focusFirstFault(form.current)
    else act(command(reason))
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
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {children}
        <TextField
          label={props.reasonLabel ?? said.reason}
          hint={hint}
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
