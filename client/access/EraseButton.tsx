import { words } from '#client/access/words.ts'
import { useWords } from '#client/lib/words.ts'
import { ReasonDialog } from '#client/sync/ReasonDialog.tsx'
import { useMay } from '#client/sync/use-may.ts'
import { Button } from '#client/ui/Button.tsx'
import type { SubjectId } from '#shared/lib/id.ts'

/** For those who answer for it. Its question stands in the body of the dialog that offers it: the foot, once overtaken, loses its acts. */
export function EraseButton({ onAsk }: Readonly<{ onAsk: () => void }>) {
  const { erase: said } = useWords(words)
  const mayErase = useMay()('privacy.erase')
  if (!mayErase) return null
  return (
    <Button kind="tertiary" icon="trash" onClick={onAsk}>
      {said.action}
    </Button>
  )
}

type EraseDialogProps = Readonly<{ subject: SubjectId; onDone: () => void; onClose: () => void }>

/** Destroys what is known of a person; nothing brings it back. */
export function EraseDialog({ subject, onDone, onClose }: EraseDialogProps) {
  const { erase: said } = useWords(words)
  return (
    <ReasonDialog
      title={said.title}
      action={said.action}
      kind="danger"
      hint={said.hint}
      grounds={null}
      command={(reason) => ({ type: 'privacy.erase', subject, reason })}
      done={said.done}
      onDone={onDone}
      onClose={onClose}
    >
      <p>{said.consequence}</p>
    </ReasonDialog>
  )
}
