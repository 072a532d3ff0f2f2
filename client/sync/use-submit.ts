import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { consoleStore, submit } from '#client/sync/console.ts'
import type { Given } from '#client/sync/intentions.ts'
import type { OutboxItem, Sent } from '#client/sync/outbox.ts'
import type { RecordedItem } from '#client/sync/recorded.ts'
import type { Command } from '#shared/command.ts'

export { dismiss, letGo, recordAgain } from '#client/sync/console.ts'
export type { OutboxItem, Sent } from '#client/sync/outbox.ts'

/** Commands out of a panel. The id is made here, unless what the command makes had to be named before it was said. */
export function useSubmit(): (command: Command, given?: Given) => Promise<Sent> {
  return submit
}

/** What this person said that waits to be sent, and what was refused while they were not looking. */
export function useOutbox(): readonly OutboxItem[] {
  return useStore(
    consoleStore,
    useShallow(({ outbox, you }) => outbox.filter(({ person }) => person === you?.person)),
  )
}

/** What this person was told is recorded and a restored server no longer holds, oldest first. */
export function useGone(): readonly RecordedItem[] {
  return useStore(
    consoleStore,
    useShallow(({ recorded, you, replica }) =>
      // Until the restored state is here, nobody knows who is erased in it.
      recorded.filter(({ isGone, person }) => replica.isLoaded && isGone && person === you?.person),
    ),
  )
}
