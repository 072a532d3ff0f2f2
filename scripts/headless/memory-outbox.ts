import type { OutboxItem, OutboxStore } from '#client/sync/outbox.ts'

/** Outlives connections and server restarts, not the process: a headless console that must survive itself keeps a file. */
export function createMemoryOutbox(): OutboxStore {
  const items = new Map<string, OutboxItem>()
  return {
    all: () => Promise.resolve([...items.values()]),
    put: (item) => {
      items.set(item.key, item)
      return Promise.resolve()
    },
    remove: (key) => {
      items.delete(key)
      return Promise.resolve()
    },
  }
}
