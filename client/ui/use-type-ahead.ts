import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react'
import { useWords } from '#client/lib/words.ts'
import { isComposing } from '#client/ui/keys.ts'
import { announce } from '#client/ui/announce.ts'
import { useSuggestions, type Suggest, type Suggestion } from '#client/ui/use-suggestions.ts'
import { words } from '#client/ui/words.ts'

type TypeAhead = Readonly<{
  chosen: readonly Suggestion[]
  onChange: (chosen: readonly Suggestion[]) => void
  suggest: Suggest
  many: 'one' | 'several'
}>

type TakingKey = 'Enter' | 'Tab'

type Typed = Readonly<{
  text: string | null
  /** The proposal that the keys point at. */
  pointed: number
  /** The key that was pressed before the list of this text had come. */
  awaitedBy: TakingKey | null
  /** Échap has put the list away; what is typed stays, and typing on brings it back. */
  isPutAway: boolean
}>

const untouched: Typed = { text: null, pointed: 0, awaitedBy: null, isPutAway: false }

/**
 * The mind of a combobox: what is typed, what is proposed, which proposal the keys point at.
 * `text` is null while nobody types; the field then shows what is chosen. Keys only ever take from the list that
 * answers the text in the field: a hand faster than that list gets its first when it comes.
 */
export function useTypeAhead({ chosen, onChange, suggest, many }: TypeAhead) {
  const [{ text, pointed, awaitedBy, isPutAway }, setTyped] = useState<Typed>(untouched)
  const suggestions = useSuggestions(text === null || text.trim() === '' ? null : text, suggest)
  const list = suggestions.list.filter((one) => !chosen.some((other) => other.value === one.value))
  const active = Math.min(pointed, list.length - 1)
  const isOpen = suggestions.status !== 'closed' && awaitedBy !== 'Tab' && !isPutAway
  const isReady = suggestions.status === 'ready'
  useSpokenCount(isReady ? list.length : null, text)

  const setText = (next: string | null) => setTyped({ ...untouched, text: next })
  const rest = many === 'one' ? null : ''
  const take = (one: Suggestion) => {
    onChange(many === 'one' ? [one] : [...chosen, one])
    setText(rest)
  }
  const choose = (key: TakingKey) => {
    const one = list[active]
    if (!isReady) setTyped({ ...untouched, text, awaitedBy: key })
    else if (one !== undefined) take(one)
  }
  useOnce(isReady && awaitedBy !== null, () => {
    if (list[0] !== undefined) take(list[0])
    // Who has gone on with Tab is not there to put right what matched nothing.
    else setText(awaitedBy === 'Tab' ? null : text)
  })
  const type = (typed: string) => {
    setText(typed)
    // Emptying the field of a single choice is how one takes it back.
    if (many === 'one' && typed === '') onChange([])
  }
  const move = (step: number): boolean => {
    if (!isReady || list.length === 0) return false
    setTyped({ ...untouched, text, pointed: (active + step + list.length) % list.length })
    return true
  }
  const close = (): boolean => {
    if (!isOpen) return false
    // Over a choice, what is typed was to replace it: the choice is shown again.
    if (many === 'one' && chosen.length > 0) setText(null)
    else setTyped({ ...untouched, text, isPutAway: true })
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
    // Held while the list is open, even empty: the form around must not go without what is being typed.
    Enter: () => isOpen && (choose('Enter'), true),
    // Not held: the focus goes on to the next field, with the choice made or on its way.
    Tab: () => isOpen && (choose('Tab'), false),
    Escape: close,
    Backspace: takeBack,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (keys[event.key]?.() === true) event.preventDefault()
  }
  const leave = () => {
    if (awaitedBy !== 'Tab') setText(null)
  }
  return { text, suggestions, list, active, isOpen, take, type, onKeyDown, leave }
}

/** Runs what was asked for when the time has come for it. */
function useOnce(isDue: boolean, run: () => void): void {
  const act = useEffectEvent(run)
  useEffect(() => {
    if (isDue) act()
  }, [isDue])
}

/** Says how many proposals there are when the answer to what was typed is known. */
function useSpokenCount(count: number | null, text: string | null): void {
  const { noMatch, matches } = useWords(words)
  useEffect(() => {
    if (count !== null && text !== null) announce(count === 0 ? noMatch : matches(count), 'passing')
  }, [count, text, noMatch, matches])
}
