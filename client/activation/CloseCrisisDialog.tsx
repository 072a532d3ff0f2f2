import { ReasonDialog } from '#client/sync/ReasonDialog.tsx'
import { closeGrounds } from '#client/activation/grounds.ts'
import { words } from '#client/activation/words.ts'
import { useWords } from '#client/lib/words.ts'
import { Callout } from '#client/ui/Callout.tsx'
import { callbacksDue } from '#shared/calls/select.ts'
import { latestOut } from '#shared/messages/select.ts'
import type { Crisis } from '#shared/state.ts'

type CloseCrisisDialogProps = Readonly<{ crisis: Crisis; onClose: () => void }>

/** The end of a crisis, with what is still owed to the public. */
export function CloseCrisisDialog({ crisis: { calls, messages }, onClose }: CloseCrisisDialogProps) {
  const said = useWords(words).manage
  const owed = callbacksDue(calls).length
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
      {owed === 0 ? null : <Callout tone="warning" title={said.stillOwed(owed)} />}
      {latestOut(messages) === null ? null : <Callout tone="warning" title={said.stillOut} />}
    </ReasonDialog>
  )
}
