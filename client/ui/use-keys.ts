import { createContext, use, useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import {
  findBinding,
  isSingleKey,
  registerKeys,
  screenLayer,
  type Action,
  type KeyBinding,
} from '#client/ui/keys.ts'

/** The layer that bindings made below belong to; screens are the default, the shell and dialogs provide theirs. */
export const KeyLayer = createContext(screenLayer)

/** Whether what stands below is in sight: a single key acts where one sees what it does. */
export const InSight = createContext(true)

/**
 * Binds keys while the component is shown: `useKeys({ '$mod+Enter': { label: words.record, run: record } })`.
 * A binding that must not exist in the present state is left out of the map.
 */
export function useKeys(map: Readonly<Record<string, KeyBinding>>): void {
  const layer = use(KeyLayer)
  const latest = useLatest(map)
  const isInSight = use(InSight)
  const names = Object.keys(map)
    .filter((keys) => isInSight || !isSingleKey(keys))
    .join(' ')

  useEffect(() => {
    const silent: KeyBinding = { label: '', run: () => undefined }
    return registerKeys(
      names
        .split(' ')
        .filter(Boolean)
        .map((keys) => ({ keys, layer, binding: () => latest.current[keys] ?? silent })),
    )
  }, [names, layer, latest])
}

/** Offers actions in the palette without giving them a key. `id` only has to be unique among these. */
export function useActions(actions: readonly (Action & Readonly<{ id: string }>)[]): void {
  const layer = use(KeyLayer)
  const latest = useLatest(actions)
  const ids = actions.map((action) => action.id).join(' ')

  useEffect(() => {
    const silent: Action = { label: '', run: () => undefined }
    const find = (id: string) => latest.current.find((action) => action.id === id) ?? silent
    return registerKeys(
      ids
        .split(' ')
        .filter(Boolean)
        .map((id) => ({ keys: null, layer, binding: () => find(id) })),
    )
  }, [ids, layer, latest])
}

/** The value of the latest render, for those who ask later. */
function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}

/** The one listener. The shell calls it once. */
export function useKeyListener(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const binding = findBinding(event)
      if (binding === null) return
      event.preventDefault()
      binding.run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
