import { ReasonDialog } from '#client/sync/ReasonDialog.tsx'
import { closeGrounds } from '#client/activation/grounds.ts'
import { words } from '#client/activation/words.ts'
import { useWords } from '#client/lib/words.ts'

export function CloseCrisisDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const said = useWords(words).manage
  return (
    <ReasonDialog
      title={said.close}
      action={said.close}
      kind="danger"
      grounds={closeGrounds}
      command={(reason) => ({ type: 'activation.close', reason })}
      onClose={onClose}
    >
      <p>{said.closeText}</p>
    </ReasonDialog>
  )
}
