import { useEffect, useRef, useState, type RefObject } from 'react'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { words } from '#client/ui/words.ts'

type Left = Readonly<{
  onClose: () => void
  /** Something typed stands in it, also from before it was opened. */
  isTouched: boolean
}>

/** Leaves at once what holds nothing; asks first where something was typed or chosen. Asked again, it stays. */
export function useLeaving(dialog: RefObject<HTMLElement | null>, { onClose, isTouched }: Left) {
  const [isAsking, setAsking] = useState(false)
  const before = useRef<string | null>(null)
  useEffect(() => {
    before.current ??= writtenIn(dialog.current)
  })
  const stay = () => {
    setAsking(false)
    dialog.current?.querySelector<HTMLElement>(`.ui-dialog__body :is(${field})`)?.focus()
  }
  const leave = () => {
    if (isAsking) stay()
    else if (!isTouched && writtenIn(dialog.current) === before.current) onClose()
    else setAsking(true)
  }
  /** What stands in it is to be as it was at first. */
  const anew = () => {
    before.current = null
  }
  return { isAsking, leave, stay, anew }
}

const field = 'input, textarea, select, [role=radio]'

/** What stands in its fields; what was looked for is not something written. */
function writtenIn(dialog: HTMLElement | null): string {
  const fields = dialog?.querySelectorAll<HTMLElement>(`:is(${field}, .ui-tag):not([type=search])`) ?? []
  return [...fields].map(valueOf).join('\n')
}

function valueOf(one: HTMLElement): string {
  if (one instanceof HTMLInputElement && ['checkbox', 'radio'].includes(one.type)) return String(one.checked)
  if ('value' in one && !(one instanceof HTMLButtonElement)) return String(one.value)
  return `${one.ariaChecked ?? ''}${one.textContent}`
}

/** In the place of the acts, so that Entrée, pressed once too often, keeps what was written. */
export function Leaving({ onStay, onLeave }: Readonly<{ onStay: () => void; onLeave: () => void }>) {
  const { leaveWritten, stay, abandon } = useWords(words)
  const foot = useRef<HTMLElement>(null)
  useEffect(() => foot.current?.querySelector('button')?.focus(), [])
  return (
    <footer ref={foot} className="ui-dialog__foot ui-line" role="alertdialog" aria-label={leaveWritten}>
      <p>{leaveWritten}</p>
      <Button onClick={onStay}>{stay}</Button>
      <Button kind="tertiary" onClick={onLeave}>
        {abandon}
      </Button>
    </footer>
  )
}
