import {
  createContext,
  use,
  useId,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
} from 'react'
import { useWords } from '#client/lib/words.ts'
import { Leaving, useLeaving } from '#client/ui/Leaving.tsx'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { isComposing, screenLayer } from '#client/ui/keys.ts'
import { LiveRegion } from '#client/ui/LiveRegion.tsx'
import { TakenUp, type Typed } from '#client/ui/TakenUp.tsx'
import { openModal, useTopModal } from '#client/ui/modals.ts'
import { Overtaken } from '#client/ui/Overtaken.tsx'
import { KeyLayer } from '#client/ui/use-keys.ts'
import { words } from '#client/ui/words.ts'

type DialogProps = Readonly<{
  title: string
  /** Échap, the cross, or a press outside; what was written in it is asked about first. */
  onClose: () => void
  children: ReactNode
  /** Buttons at the foot: the action first, then the way back. */
  footer?: ReactNode
  /** `wide`: two zones beside each other. */
  size?: 'small' | 'medium' | 'large' | 'wide'
  /** What others have done meanwhile to what this is about, in words: its act is out, what was written can be read. */
  overtaken?: string | null
  /** What stands in its fields, where that is kept. */
  typed?: Typed
}>

/** What must be seen and reached whatever dialog is open: the shell gives the alarm. Shown by the topmost one. */
export const AboveDialogs = createContext<ReactNode>(null)

/**
 * A modal question. Mounted is open: the parent renders it or not. The browser's own `<dialog>` holds the focus inside,
 * makes the rest inert and gives the focus back.
 */
export function Dialog(props: DialogProps) {
  const { title, onClose, children, size = 'medium', overtaken = null, typed } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const { close } = useWords(words)
  const layer = useModal(dialog, { id, isDeaf: overtaken !== null })
  const above = use(AboveDialogs)
  const isTop = useTopModal() === id
  const leaving = useLeaving(dialog, { onClose, isTouched: typed?.isTouched ?? false })
  const takenUp = takenUpIn(props, leaving.anew)
  const closing = closingOf(leaving.leave)
  return (
    // The click is on the backdrop; Échap is its keyboard form.
    <dialog
      ref={dialog}
      className={`ui-dialog ui-dialog--${size}`}
      aria-labelledby={id}
      aria-describedby={takenUp === null ? undefined : `${id}-taken-up`}
      {...closing}
      onSubmitCapture={(event) => {
        if (overtaken !== null && isWithin(event)) stop(event)
      }}
    >
      <LiveRegion within={id} />
      <KeyLayer value={layer}>
        {isTop ? <div className="ui-dialog__above">{above}</div> : null}
        <div className="ui-dialog__frame">
          <header className="ui-dialog__head">
            <h2 id={id}>{title}</h2>
            <IconButton icon="close" label={close} onClick={leaving.leave} />
          </header>
          {overtaken === null ? null : <Overtaken said={overtaken} />}
          {takenUp === null ? null : (
            <div className="ui-dialog__taken-up" id={`${id}-taken-up`}>
              <TakenUp typed={takenUp} />
            </div>
          )}
          {/* May scroll, so must be reachable by keyboard. */}
          <div
            className="ui-dialog__body"
            tabIndex={0}
            onClickCapture={(event) => {
              if (overtaken !== null && isWithin(event) && isOnButton(event)) stop(event)
            }}
          >
            {children}
          </div>
          <Foot {...props} leaving={leaving} />
        </div>
      </KeyLayer>
    </dialog>
  )
}

/** Null: what stands in it was begun here, or is to be read and no more. */
function takenUpIn({ overtaken = null, typed }: DialogProps, onAnew: () => void): Typed | null {
  if (overtaken !== null || typed === undefined || typed.takenUp === null) return null
  const beginAnew = () => {
    typed.beginAnew()
    onAnew()
  }
  return { ...typed, beginAnew }
}

type FootProps = DialogProps & Readonly<{ leaving: ReturnType<typeof useLeaving> }>

/** The acts; or the question whether to leave what was written; or, once overtaken, only the way out. */
function Foot({ footer, overtaken = null, onClose, leaving }: FootProps) {
  const { close } = useWords(words)
  if (leaving.isAsking) return <Leaving onStay={leaving.stay} onLeave={onClose} />
  if (overtaken === null && footer === undefined) return null
  return (
    <footer className="ui-dialog__foot ui-line">
      {overtaken === null ? (
        footer
      ) : (
        <Button kind="secondary" onClick={onClose}>
          {close}
        </Button>
      )}
    </footer>
  )
}

/** Opens it while mounted; answers the layer of its keys. Deaf: nothing that it binds acts any more. */
function useModal(
  dialog: React.RefObject<HTMLDialogElement | null>,
  { id, isDeaf }: Readonly<{ id: string; isDeaf: boolean }>,
): number {
  // Above whatever opened it, and above the screen even when the shell did.
  const layer = Math.max(use(KeyLayer), screenLayer) + 1
  // Before the element leaves the page: a dialog that is closed afterwards gives the focus back to nobody.
  useLayoutEffect(() => {
    const element = dialog.current
    if (element === null) return undefined
    if (!element.open) element.showModal()
    firstFocus(element)?.focus()
    return () => element.close()
  }, [dialog])
  useLayoutEffect(() => openModal({ id, floor: isDeaf ? layer + 1 : layer }), [id, layer, isDeaf])
  return layer
}

/** Every way out goes through `leave`. A browser closes a dialog by itself at a second Échap, which this one never hears. */
function closingOf(leave: () => void) {
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event.nativeEvent)) return
      stop(event)
      leave()
    },
    onCancel: (event: SyntheticEvent) => {
      // A file field inside cancels too.
      if (event.target !== event.currentTarget) return
      event.preventDefault()
      leave()
    },
    // Closed by the browser all the same, while its question stands: it is still to be answered.
    onClose: ({ target, currentTarget }: SyntheticEvent<HTMLDialogElement>) => {
      if (target === currentTarget && currentTarget.isConnected) currentTarget.showModal()
    },
    onClick: (event: SyntheticEvent) => {
      if (event.target === event.currentTarget) leave()
    },
  }
}

/** Not in a dialog that was opened from this one: its act stands on grounds of its own. */
function isWithin({ target, currentTarget }: SyntheticEvent): boolean {
  return (target as Element).closest('dialog') === currentTarget.closest('dialog')
}

function isOnButton({ target }: SyntheticEvent): boolean {
  return (target as Element).closest('button') !== null
}

function stop(event: SyntheticEvent): void {
  event.preventDefault()
  event.stopPropagation()
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
