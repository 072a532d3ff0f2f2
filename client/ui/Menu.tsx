import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from '#client/ui/Icon.tsx'
import { Kbd } from '#client/ui/Kbd.tsx'
import { useActions, useKeys } from '#client/ui/use-keys.ts'

export type MenuItem = Readonly<{
  /** Unique among these. */
  id: string
  label: string
  /** The key that does the same without the menu; bound by whoever gives the item. */
  keys?: string | undefined
  run: () => void
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
  align?: 'start' | 'end'
}>

/**
 * Acts behind one button: the arrows, Début and Fin choose, Entrée acts, Échap gives the button back its focus. Each is
 * offered in the palette too where the menu has a key, which a menu in a row has not.
 */
export function Menu({ label, name, items, keys, align = 'end' }: MenuProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const open = () => items.length > 0 && setOpen(true)
  useKeys(keys === undefined || typeof label !== 'string' ? {} : { [keys]: { label, run: open } })
  useActions(keys === undefined ? [] : items.filter((item) => item.keys === undefined))
  useCloseOutside(root, isOpen, () => setOpen(false))
  useEffect(() => {
    if (isOpen) entries(root.current)[0]?.focus()
  }, [isOpen])
  if (items.length === 0) return null
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div
      className={`ui-menu ui-menu--${align}`}
      ref={root}
      onKeyDown={(event) => move(event, { close, leave: () => setOpen(false) })}
    >
      <button
        type="button"
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
      <div id={id} className="ui-menu__list" role="menu" aria-label={name} hidden={!isOpen}>
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
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
function move(event: KeyboardEvent<HTMLElement>, { close, leave }: Ways): void {
  const all = entries(event.currentTarget)
  const at = all.findIndex((entry) => entry === document.activeElement)
  if (at === -1) return
  if (event.key === 'Tab') return leave()
  const to: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % all.length,
    ArrowUp: (at - 1 + all.length) % all.length,
    Home: 0,
    End: all.length - 1,
  }
  const next = to[event.key]
  if (next === undefined && event.key !== 'Escape') return
  event.preventDefault()
  event.stopPropagation()
  if (next === undefined) close()
  else all[next]?.focus()
}

/** A press or the focus elsewhere closes it: Tab leaves a menu. */
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
    document.addEventListener('pointerdown', onElsewhere)
    document.addEventListener('focusin', onElsewhere)
    return () => {
      document.removeEventListener('pointerdown', onElsewhere)
      document.removeEventListener('focusin', onElsewhere)
    }
  })
}
