import { vi } from 'vitest'

/** On a loaded machine what happens by itself a moment later may take seconds. */
const patience = { timeout: 20_000, interval: 50 }

/** What `check` gives once it no longer throws. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, patience)
}
