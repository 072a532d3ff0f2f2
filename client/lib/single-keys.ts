import { createStore, useStore } from '#client/lib/store.ts'

/**
 * Whether one character alone acts (a letter, a digit, a sign). Whoever dictates, or whose hand trembles, switches that
 * off (WCAG 2.1.4): for this session, or for good on this machine. Ctrl, Alt and function keys always stay.
 */
export type SingleKeys = 'on' | 'offForSession' | 'off'

const store = createStore<SingleKeys>('on')
let owner: string | null = null

/** The choice of this person: several use one machine, and one hand's choice is not another's. */
export function loadSingleKeys(person: string): void {
  owner = person
  const isOff = read(localStorage, person) === 'off'
  store.set(isOff ? 'off' : read(sessionStorage, person) === 'off' ? 'offForSession' : 'on')
}

export function chooseSingleKeys(next: SingleKeys): void {
  store.set(next)
  if (owner === null) return
  write(localStorage, owner, next === 'off')
  write(sessionStorage, owner, next === 'offForSession')
}

export function areSingleKeysOn(): boolean {
  return store.get() === 'on'
}

export function useSingleKeys(): SingleKeys {
  return useStore(store)
}

const nameFor = (person: string) => `cip.single-keys.${person}`

function read(storage: Storage, person: string): string | null {
  try {
    return storage.getItem(nameFor(person))
  } catch {
    return null
  }
}

function write(storage: Storage, person: string, isOff: boolean): void {
  try {
    if (isOff) storage.setItem(nameFor(person), 'off')
    else storage.removeItem(nameFor(person))
  } catch {
    // A browser may refuse storage: the choice then holds for this page.
  }
}
