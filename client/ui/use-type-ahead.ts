import { useEffect, useState, type KeyboardEvent } from 'react'
import { useWords } from '#client/lib/words.ts'
import { announce } from '#client/ui/announce.ts'
import { useSuggestions, type Suggest, type Suggestion } from '#client/ui/use-suggestions.ts'
import { words } from '#client/ui/words.ts'

type TypeAhead = Readonly<{
  chosen: readonly Suggestion[]
  onChange: (chosen: readonly Suggestion[]) => void
  suggest: Suggest
  many: 'one' | 'several'
}>

/**
 * The mind of a combobox: what is typed, what is proposed, which proposal the keys point at.
 * `text` is null while nobody types; the field then shows what is chosen.
 */
export function useTypeAhead({ chosen, onChange, suggest, many }: TypeAhead) {
  const [text, setText] = useState<string | null>(null)
  const [pointed, setPointed] = useState(0)
  const suggestions = useSuggestions(text === null || text.trim() === '' ? null : text, suggest)
  const list = suggestions.list.filter((one) => !chosen.some((other) => other.value === one.value))
  const active = Math.min(pointed, list.length - 1)
  const isOpen = suggestions.status !== 'closed'
  useSpokenCount(suggestions.status === 'ready' ? list.length : null, text)

  const rest = many === 'one' ? null : ''
  const take = (one: Suggestion | undefined): boolean => {
    if (one === undefined || !isOpen) return false
    onChange(many === 'one' ? [one] : [...chosen, one])
    setText(rest)
    return true
  }
  const type = (typed: string) => {
    setText(typed)
    setPointed(0)
    // Emptying the field of a single choice is how one takes it back.
    if (many === 'one' && typed === '') onChange([])
  }
  const move = (step: number): boolean => {
    if (!isOpen || list.length === 0) return false
    setPointed((active + step + list.length) % list.length)
    return true
  }
  const close = (): boolean => {
    if (text === null || text === '') return false
    setText(rest)
    return true
  }
  const takeBack = (): boolean => {
    if (many === 'one' || (text ?? '') !== '' || chosen.length === 0) return false
    onChange(chosen.slice(0, -1))
    return true
  }
  const keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => take(list[active]),
    // Not held: the focus goes on to the next field, with the choice made.
    Tab: () => take(list[active]) && false,
    Escape: close,
    Backspace: takeBack,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (keys[event.key]?.() === true) event.preventDefault()
  }
  return { text, suggestions, list, active, isOpen, take, type, onKeyDown, leave: () => setText(null) }
}

/** Says how many proposals there are when the answer to what was typed is known. */
function useSpokenCount(count: number | null, text: string | null): void {
  const { noMatch, matches } = useWords(words)
  useEffect(() => {
    if (count !== null && text !== null) announce(count === 0 ? noMatch : matches(count), 'polite')
  }, [count, text, noMatch, matches])
}
