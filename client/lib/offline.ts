import { createStore, useStore } from '#client/lib/store.ts'

const updateReady = createStore(false)

/** True once a newer console has been fetched beside this one: the next load takes it. */
export function useUpdateReady(): boolean {
  return useStore(updateReady)
}

/**
 * Lets the console start again without the network. Only in a build: in development a cache in between would show
 * yesterday's code. A refusal (private window, no TLS) costs only that.
 */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // The first worker takes over a page that had none: that is not an update.
  const hadWorker = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => updateReady.set(hadWorker))
  void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
}
