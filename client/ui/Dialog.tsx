import { use, useLayoutEffect, useId, useRef, type ReactNode } from 'react'
import { useWords } from '#client/lib/words.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { openModalLayer, screenLayer } from '#client/ui/keys.ts'
import { KeyLayer } from '#client/ui/use-keys.ts'
import { words } from '#client/ui/words.ts'

type DialogProps = Readonly<{
  title: string
  /** Échap, the cross, or a press outside. */
  onClose: () => void
  children: ReactNode
  /** Buttons at the foot: the action first, then the way back. */
  footer?: ReactNode
  size?: 'small' | 'medium' | 'large'
}>

/**
 * A modal question. Mounted is open: the parent renders it or not. The browser's own `<dialog>` holds the focus inside,
 * makes the rest inert and gives the focus back.
 */
export function Dialog({ title, onClose, children, footer, size = 'medium' }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const { close } = useWords(words)
  // Above whatever opened it, and above the screen even when the shell did.
  const layer = Math.max(use(KeyLayer), screenLayer) + 1

  // Before the element leaves the page: a dialog that is closed afterwards gives the focus back to nobody.
  useLayoutEffect(() => {
    const element = dialog.current
    if (element === null) return undefined
    if (!element.open) element.showModal()
    firstFocus(element)?.focus()
    const leave = openModalLayer(layer)
    return () => {
      leave()
      element.close()
    }
  }, [layer])

  return (
    // The click is on the backdrop; Échap, through `cancel`, is its keyboard form.
    <dialog
      ref={dialog}
      className={`ui-dialog ui-dialog--${size}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <KeyLayer value={layer}>
        <div className="ui-dialog__frame">
          <header className="ui-dialog__head">
            <h2 id={id}>{title}</h2>
            <IconButton icon="close" label={close} onClick={onClose} />
          </header>
          {/* May scroll, so must be reachable by keyboard. */}
          <div className="ui-dialog__body" tabIndex={0}>
            {children}
          </div>
          {footer === undefined ? null : <footer className="ui-dialog__foot">{footer}</footer>}
        </div>
      </KeyLayer>
    </dialog>
  )
}

const control = ':is(input, select, textarea, button, a[href]):not(:disabled)'

/** Where the next keystroke is needed: the first field, else a harmless button; never the cross, never the danger. */
function firstFocus(dialog: HTMLElement): HTMLElement | null {
  return (
    dialog.querySelector<HTMLElement>(`.ui-dialog__body ${control}`) ??
    dialog.querySelector<HTMLElement>('.ui-dialog__foot button:not(:disabled, .ui-btn--danger)') ??
    dialog.querySelector<HTMLElement>('.ui-dialog__body')
  )
}
