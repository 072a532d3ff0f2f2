import { useStore } from 'zustand'
import { consoleStore, submit } from '#client/sync/console.ts'
import type { OutboxItem, Sent } from '#client/sync/outbox.ts'
import type { Command } from '#shared/command.ts'
import type { CommandId } from '#shared/lib/id.ts'

export { dismiss } from '#client/sync/console.ts'
export type { OutboxItem, Sent } from '#client/sync/outbox.ts'

/** Commands out of a panel. The id is made here, unless what the command makes had to be named before it was said. */
export function useSubmit(): (command: Command, id?: CommandId) => Promise<Sent> {
  return submit
}

/** What waits to be sent, and what was refused while nobody was looking. */
export function useOutbox(): readonly OutboxItem[] {
  return useStore(consoleStore, ({ outbox }) => outbox)
}
