import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { classNames } from '#client/lib/class-names.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { Kbd } from '#client/ui/Kbd.tsx'
import { nextFocus } from '#client/ui/next-focus.ts'
import { placeUnder } from '#client/ui/place-under.ts'
import { useActions, useKeys } from '#client/ui/use-keys.ts'
import { fold } from '#shared/lib/fold.ts'

export type MenuItem = Readonly<{
  /** Unique among these. */
  id: string
  label: string
  /** The key that does the same without the menu; bound by whoever gives the item. */
  keys?: string | undefined
  run: () => void
  /** `grave`: stands apart, in red. */
  weight?: 'usual' | 'grave'
}>

type MenuProps = Readonly<{
  /** On the button. */
  label: ReactNode
  /** Its name, where its words alone would be those of its neighbours. Begins with them. */
  name?: string | undefined
  /** The acts; none: no button either. */
  items: readonly MenuItem[]
  /** Opens it. */
  keys?: string | undefined
}>

/**
 * Acts behind one button: the arrows, Début and Fin choose, and a letter what begins with it; Entrée acts, Échap gives the button
 * back its focus. Each is offered in the palette too where the menu has a key, which a menu in a row has not.
 */
export function Menu({ label, name, items, keys }: MenuProps) {
  const id = useId()
  const buttonId = `${id}button`
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const open = () => items.length > 0 && setOpen(true)
  useKeys(keys === undefined || typeof label !== 'string' ? {} : { [keys]: { label, run: open } })
  useActions(keys === undefined ? [] : items.filter((item) => item.keys === undefined))
  useCloseOutside(root, isOpen, () => setOpen(false))
  useLayoutEffect(() => {
    const list = document.getElementById(id)
    if (!isOpen || list === null || button.current === null) return
    placeUnder(button.current, list)
    // Where it stands it is seen: the page does not move for it, which would close it.
    entries(root.current)[0]?.focus({ preventScroll: true })
  }, [id, isOpen])
  if (items.length === 0) return null
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div
      className="ui-menu"
      ref={root}
      onKeyDown={(event) => move(event, { close, leave: () => setOpen(false) })}
    >
      <button
        type="button"
        id={buttonId}
        ref={button}
        className="ui-menu__button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={name}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
        {keys === undefined ? null : <Kbd keys={keys} />}
        <Icon name="chevronDown" />
      </button>
      <div id={id} className="ui-menu__list" role="menu" aria-labelledby={buttonId} hidden={!isOpen}>
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={classNames(item.weight === 'grave' && 'ui-menu__grave')}
            onClick={() => {
              close()
              item.run()
            }}
          >
            {item.label}
            {item.keys === undefined ? null : <Kbd keys={item.keys} />}
          </button>
        ))}
      </div>
    </div>
  )
}

function entries(root: HTMLElement | null): readonly HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
}

type Ways = Readonly<{
  /** The focus goes back to the button. */
  close: () => void
  /** It goes where it was going. */
  leave: () => void
}>

/** The keys of an open menu; what they mean elsewhere does not happen. */
function move(event: KeyboardEvent<HTMLElement>, ways: Ways): void {
  // A key that is held acts once, also on the button that has the focus again.
  if (event.repeat && event.key === 'Enter') event.preventDefault()
  const all = entries(event.currentTarget)
  const at = all.findIndex((entry) => entry === document.activeElement)
  if (at === -1 || isChord(event)) return
  if (event.key === 'Tab') ways.leave()
  else choose(event, { all, at, close: ways.close })
}

/** The console's own keys are no letters of a list. */
function isChord({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey
}

type Place = Readonly<{ all: readonly HTMLElement[]; at: number; close: () => void }>

function choose(event: KeyboardEvent<HTMLElement>, { all, at, close }: Place): void {
  const { key } = event
  const next = nextFocus(key, all, all[at] ?? null) ?? beginningWith(key, [...all.slice(at + 1), ...all])
  if (next === null && key !== 'Escape' && key.length > 1) return
  event.stopPropagation()
  // Pressed, as Entrée is.
  if (key === ' ') return
  event.preventDefault()
  if (key === 'Escape') close()
  else next?.focus()
}

function beginningWith(letter: string, entries: readonly HTMLElement[]): HTMLElement | null {
  if (letter.length !== 1) return null
  return entries.find(({ textContent }) => fold(textContent).startsWith(fold(letter))) ?? null
}

/** A press or the focus elsewhere closes it, and a page that moves under it: Tab leaves a menu. */
function useCloseOutside(
  root: React.RefObject<HTMLElement | null>,
  isOpen: boolean,
  close: () => void,
): void {
  useEffect(() => {
    if (!isOpen) return undefined
    const onElsewhere = (event: Event) => {
      if (event.target instanceof Node && root.current?.contains(event.target) === false) close()
    }
    const kinds = ['pointerdown', 'focusin', 'scroll']
    for (const kind of kinds) document.addEventListener(kind, onElsewhere, true)
    window.addEventListener('resize', close)
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, onElsewhere, true)
      window.removeEventListener('resize', close)
    }
  })
}
