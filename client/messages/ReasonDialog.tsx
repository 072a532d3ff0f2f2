import { useState } from 'react'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/messages/words.ts'
import { Button, type ButtonKind } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { useKeys } from '#client/ui/use-keys.ts'

type ReasonDialogProps = Readonly<{
  title: string
  /** What will happen. */
  consequence: string
  label: string
  hint?: string
  action: string
  kind?: ButtonKind
  maxLength?: number
  problem: string | null
  onConfirm: (reason: string) => void
  onClose: () => void
}>

/** A deed that needs its reason, and says beforehand what it does. */
export function ReasonDialog({ title, onClose, ...rest }: ReasonDialogProps) {
  const said = useWords(words)
  const { consequence, label, hint, action, kind = 'primary', maxLength = 300, problem } = rest
  const [reason, setReason] = useState('')
  const confirm = () => {
    if (reason.trim() !== '') rest.onConfirm(reason.trim())
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button kind={kind} keys="Ctrl ↵" disabled={reason.trim() === ''} onClick={confirm}>
            {action}
          </Button>
          <Button kind="secondary" onClick={onClose}>
            {said.cancel}
          </Button>
        </>
      }
    >
      <ConfirmKey label={action} run={confirm} />
      {consequence === '' ? null : <p className="msg-consequence">{consequence}</p>}
      <TextArea label={label} hint={hint} value={reason} maxLength={maxLength} onChange={setReason} />
      {problem === null ? null : (
        <p className="ui-field__error" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  )
}

/** Inside the dialog, so that the key belongs to it and not to the screen below. */
function ConfirmKey({ label, run }: Readonly<{ label: string; run: () => void }>) {
  useKeys({ '$mod+Enter': { label, run, whileTyping: 'fires' } })
  return null
}
