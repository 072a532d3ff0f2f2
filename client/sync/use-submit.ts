import { useStore } from 'zustand'
import { consoleStore, submit } from '#client/sync/console.ts'
import type { OutboxItem, Sent } from '#client/sync/outbox.ts'
import type { Command } from '#shared/command.ts'

export { dismiss } from '#client/sync/console.ts'
export type { OutboxItem, Sent } from '#client/sync/outbox.ts'

/** Commands out of a panel. */
export function useSubmit(): (command: Command) => Promise<Sent> {
  return submit
}

/** What waits to be sent, and what was refused while nobody was looking. */
export function useOutbox(): readonly OutboxItem[] {
  return useStore(consoleStore, ({ outbox }) => outbox)
}
