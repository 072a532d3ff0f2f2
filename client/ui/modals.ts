import { createStore, useStore } from '#client/lib/store.ts'

/**
 * The dialogs open now, the topmost last. A browser makes all that is outside of it inert: what must reach people (the
 * live region, the alarm) is shown inside it, and keys below its floor are deaf.
 */
export type Modal = Readonly<{
  id: string
  /** Bindings of a lower layer hear no key. */
  floor: number
}>

const modals = createStore<readonly Modal[]>([])

/** Opens it, or changes its floor where it already is; returns the way to close it. */
export function openModal(modal: Modal): () => void {
  const open = modals.get()
  const isOpen = open.some(({ id }) => id === modal.id)
  modals.set(isOpen ? open.map((one) => (one.id === modal.id ? modal : one)) : [...open, modal])
  return () => modals.set(modals.get().filter(({ id }) => id !== modal.id))
}

/** The topmost dialog's id; null: none is open, the screen itself is on top. */
export function topModal(): string | null {
  return modals.get().at(-1)?.id ?? null
}

export function useTopModal(): string | null {
  return useStore(modals).at(-1)?.id ?? null
}

export function keyFloor(): number {
  return Math.max(0, ...modals.get().map(({ floor }) => floor))
}

/** Calls back whenever another dialog, or none, is on top. */
export function onModals(listener: () => void): () => void {
  return modals.subscribe(listener)
}
