/**
 * Which key does what, right now. Screens register bindings while they are shown (`useKeys`); one listener asks
 * `findBinding`. The registry is also what `?` shows and what the palette offers, so a key that works is a key that is
 * documented.
 *
 * Layers decide between two bindings of one key: the shell is 0, a screen 1, a dialog above. While a dialog is open
 * nothing below it hears a key. Inside a layer the latest binding wins.
 */
import { matchKeybindingPress, parseKeybinding } from 'tinykeys'
import { areSingleKeysOn } from '#client/lib/single-keys.ts'
import { createStore } from '#client/lib/store.ts'
import { isTyping } from '#client/ui/is-typing.ts'
import { keyFloor } from '#client/ui/modals.ts'

export type Action = Readonly<{
  /** What it does, in words: shown by `?` and in the palette. */
  label: string
  run: () => void
}>

export type KeyBinding = Action &
  Readonly<{
    /**
     * Single letters and digits are silent while someone types, Ctrl, Alt and function keys are not, unless the binding
     * says otherwise.
     */
    whileTyping?: 'silent' | 'fires'
  }>

export type Registered = Readonly<{
  /** "1", "r", "?", "Escape", "$mod+Enter"; null for an action without a key. */
  keys: string | null
  layer: number
  /** Read when needed: the label and the action follow the component's latest render. */
  binding: () => KeyBinding
}>

export const shellLayer = 0
export const screenLayer = 1

const registered = createStore<readonly Registered[]>([])

/** Adds bindings; returns the way to take them away. */
export function registerKeys(bindings: readonly Registered[]): () => void {
  registered.set([...registered.get(), ...bindings])
  return () => registered.set(registered.get().filter((one) => !bindings.includes(one)))
}

/** What can be done now, topmost layer first, the latest first inside a layer. */
function activeBindings(): readonly Registered[] {
  const floor = keyFloor()
  return registered
    .get()
    .filter((one) => one.layer >= floor)
    .toReversed()
    .sort((a, b) => b.layer - a.layer)
}

/**
 * What the whole screen can do, dialogs aside: for the key map and the palette, which are dialogs themselves. A shell key
 * that the screen has taken is left out.
 */
export function screenBindings(): readonly Registered[] {
  const all = registered
    .get()
    .filter((one) => one.layer <= screenLayer)
    .toSorted((a, b) => b.layer - a.layer)
  return all.filter(
    ({ keys }, index) => keys === null || all.findIndex((other) => other.keys === keys) === index,
  )
}

/** Whether this key acts at all for this person. */
export function isHeard(keys: string): boolean {
  return areSingleKeysOn() || !isSingleKey(keys)
}

export function findBinding(event: KeyboardEvent): KeyBinding | null {
  if (event.defaultPrevented || isComposing(event) || event.repeat) return null
  for (const { keys, binding } of activeBindings()) {
    if (keys === null || !isHeard(keys) || !matchesKey(event, keys)) continue
    const found = binding()
    if (!isHeldBack(event, keys, found)) return found
  }
  return null
}

/** Some browsers say it only by the old code: the Entrée that ends a composition belongs to it. */
export function isComposing(event: KeyboardEvent): boolean {
  // oxlint-disable-next-line typescript/no-deprecated
  return event.isComposing || event.keyCode === 229
}

/**
 * Digits are matched by position: the figure row of a French keyboard gives `&é"'(` unless Shift is held, and the hand
 * looks at the digit on the key; the 2 of F2 is none. Signs such as `?` and `/` sit on shifted keys in some layouts: Shift is free there.
 * A character that is being composed, or written with AltGr, is text and no key.
 */
export function matchesKey(event: KeyboardEvent, keys: string): boolean {
  if (isComposing(event) || (isWrittenWithAltGr(event) && !/^[^\w\s]$/u.test(keys))) return false
  return spellings(keys).some((one) => {
    const press = parseKeybinding(one.replace(/(?<=^|\+)(?<key>\d|[^\w+\s$])$/u, tolerant)).at(0)
    return press !== undefined && matchKeybindingPress(event, press)
  })
}

/** One character alone, as opposed to Ctrl, Alt and function keys, Échap, Entrée and the arrows. */
export function isSingleKey(keys: string): boolean {
  return keys.length === 1
}

/**
 * The ways in which one key comes: `$mod` is written Ctrl, and answers to Ctrl on a Mac too, beside its own; there Alt and a
 * letter give another character, so the letter is also read by its place.
 */
function spellings(keys: string): readonly string[] {
  const withControl = keys.startsWith('$mod+') ? [keys, keys.replace('$mod', 'Control')] : [keys]
  const letter = /^Alt\+(?<letter>[a-z])$/u.exec(keys)?.groups?.['letter']
  return letter === undefined ? withControl : [keys, `Alt+Key${letter.toUpperCase()}`]
}

/** AltGr comes alone or, on Windows, with Ctrl and Alt; a Mac's Option, which is both Alt and AltGr there, is Alt. */
function isWrittenWithAltGr(event: KeyboardEvent): boolean {
  const isAlt = event.altKey && !event.ctrlKey
  return event.getModifierState('AltGraph') && !isAlt
}

function tolerant(key: string): string {
  return /\d/u.test(key) ? `[Shift]+(Digit${key}|Numpad${key})` : `[Shift]+${key}`
}

function isHeldBack(event: KeyboardEvent, keys: string, binding: KeyBinding): boolean {
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  // Entrée on a button or a link is a press on that button.
  if (keys === 'Enter' && target.closest('button, a[href], summary') !== null) return true
  if (!isTyping(target)) return false
  return (binding.whileTyping ?? usualWhileTyping(keys)) === 'silent'
}

/** A character is text; what no text can hold is a key. */
function usualWhileTyping(keys: string): 'silent' | 'fires' {
  return keys === 'Escape' || keys.includes('+') || /^F\d+$/u.test(keys) ? 'fires' : 'silent'
}
