import { createStore, type Store } from '#client/lib/store.ts'

/**
 * A choice of this person on this machine (language, theme), kept in localStorage. Storage may be refused (private
 * window, policy): the choice then lasts as long as the page.
 */
export function createPreference<T extends string>(
  name: string,
  allowed: readonly T[],
  fallback: T,
): Store<T> {
  const key = `cip.${name}`
  const kept = readKept(key)
  const store = createStore(allowed.find((choice) => choice === kept) ?? fallback)
  return {
    ...store,
    set: (next) => {
      store.set(next)
      try {
        localStorage.setItem(key, next)
      } catch {
        // Nothing to do: the choice still holds for this page.
      }
    },
  }
}

function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
