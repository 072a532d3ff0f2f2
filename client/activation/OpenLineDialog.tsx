import { useState } from 'react'
import { lineGrounds } from '#client/activation/grounds.ts'
import { ReasonDialog } from '#client/sync/ReasonDialog.tsx'
import { useAct } from '#client/sync/use-act.ts'
import { useOvertaken } from '#client/sync/use-overtaken.ts'
import { words } from '#client/activation/words.ts'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { isLineOpen } from '#shared/activation/select.ts'
import { openCriticalSteps } from '#shared/checklists/select.ts'
import type { Crisis } from '#shared/state.ts'

/**
 * Opening the line or closing it: which of the two is settled when the question is asked, and does not turn under the
 * hand. Opening it is the promise of the first hour: a critical step still open stops it, unless a reason is given.
 */
export function OpenLineDialog({ crisis, onClose }: Readonly<{ crisis: Crisis; onClose: () => void }>) {
  const said = useWords(words).manage
  const [{ isOpen, steps }] = useState({
    isOpen: isLineOpen(crisis.activation),
    steps: openCriticalSteps(crisis.checklists),
  })
  if (isOpen) {
    return (
      <ReasonDialog
        title={said.closeLine}
        action={said.closeLine}
        command={(reason) => ({ type: 'activation.closeLine', reason })}
        grounds={lineGrounds}
        onClose={onClose}
      >
        {null}
      </ReasonDialog>
    )
  }
  if (steps.length === 0) return <Confirm onClose={onClose} />
  return (
    <ReasonDialog
      title={said.openLine}
      action={said.openAnyway}
      kind="danger"
      reasonLabel={said.overrideReason}
      command={(override) => ({ type: 'activation.openLine', override })}
      grounds={lineGrounds}
      onClose={onClose}
    >
      <Callout tone="danger" title={said.override}>
        <ul>
          {steps.map((step) => (
            <li key={step.id}>{step.label}</li>
          ))}
        </ul>
      </Callout>
    </ReasonDialog>
  )
}

function Confirm({ onClose }: Readonly<{ onClose: () => void }>) {
  const said = useWords(words).manage
  const { act, problem, isSending } = useAct(onClose)
  return (
    <Dialog
      title={said.openLine}
      onClose={onClose}
      overtaken={useOvertaken(lineGrounds, isSending)}
      footer={
        <>
          <Button disabled={isSending} onClick={() => act({ type: 'activation.openLine', override: null })}>
            {said.openLine}
          </Button>
          <Button kind="tertiary" onClick={onClose}>
            {said.cancel}
          </Button>
        </>
      }
    >
      <p>{said.openLineText}</p>
      <ActProblem text={problem} />
    </Dialog>
  )
}
