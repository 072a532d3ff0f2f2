import { onLeaving } from '#client/lib/keyring.ts'
import { createStore, type Store } from '#client/lib/store.ts'

/** A store that is of whoever sits here: the next person in this tab finds it as it was at first. */
export function createPersonalStore<T>(initial: T): Store<T> {
  const store = createStore(initial)
  onLeaving(() => store.set(initial))
  return store
}
