import { useMemo, useState, type KeyboardEvent } from 'react'
import { fold } from '#shared/lib/fold.ts'
import { useWords } from '#client/lib/words.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Kbd } from '#client/ui/Kbd.tsx'
import { isComposing, screenBindings } from '#client/ui/keys.ts'
import { words } from '#client/ui/words.ts'

/** Everything the screen can do, found by a few letters, accents and case aside. Entrée does it. */
export function CommandPalette({ onClose }: Readonly<{ onClose: () => void }>) {
  const { palette, palettePlaceholder, paletteEmpty } = useWords(words)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  // Read once: opening the palette must not reorder what it offers.
  const actions = useMemo(() => {
    const all = screenBindings().map(({ keys, binding }) => ({ keys, binding, label: binding().label }))
    // Two keys for one action are one thing to do.
    return all.filter(({ label }, index) => all.findIndex((other) => other.label === label) === index)
  }, [])
  const found = actions.filter(({ label }) => matches(label, query))

  const run = (index: number) => {
    const action = found[index]
    if (action === undefined) return
    onClose()
    action.binding().run()
  }
  const search = (text: string) => {
    setQuery(text)
    setActive(0)
  }
  const step = (by: number) => {
    if (found.length > 0) setActive((active + by + found.length) % found.length)
  }
  const keys: Readonly<Record<string, (() => void) | undefined>> = {
    Enter: () => run(active),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    // As in every search box: what was looked for first, then the palette.
    Escape: query === '' ? undefined : () => search(''),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (act === undefined || isComposing(event.nativeEvent)) return
    event.preventDefault()
    act()
  }

  return (
    <Dialog title={palette} onClose={onClose}>
      <input
        className="fr-input"
        type="search"
        role="combobox"
        aria-label={palette}
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found.length === 0 ? undefined : `palette-${active}`}
        autoComplete="off"
        placeholder={palettePlaceholder}
        value={query}
        onChange={(event) => search(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <ul id="palette-list" className="ui-palette" role="listbox" aria-label={palette}>
        {found.map(({ keys, label }, index) => (
          <li
            key={`${keys ?? ''} ${label}`}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === active}
            onClick={() => run(index)}
          >
            <span>{label}</span>
            {keys === null ? null : <Kbd keys={keys} />}
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="ui-field__hint">{paletteEmpty}</p> : null}
    </Dialog>
  )
}

/** Each word typed begins somewhere in the label: "mess app" finds "Messages : à approuver". */
function matches(label: string, query: string): boolean {
  const folded = fold(label)
  return fold(query)
    .split(/\s+/u)
    .every((part) => folded.includes(part))
}
