import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { OutboxItem, OutboxStore } from '#client/sync/outbox.ts'
import type { Replica } from '#shared/sync/replica.ts'
import type { You } from '#shared/sync/wire.ts'
import { reducerVersion } from '#shared/state.ts'

interface ConsoleDb extends DBSchema {
  waiting: { key: string; value: OutboxItem }
  memory: { key: 'last'; value: Remembered }
}

/** The last state seen, so that a console which starts without the network shows what it knew, and says so. */
export type Remembered = Readonly<{ version: string; you: You; replica: Replica }>

let opened: Promise<IDBPDatabase<ConsoleDb>> | null = null

function database(): Promise<IDBPDatabase<ConsoleDb>> {
  opened ??= openDB<ConsoleDb>('cip-console-2', 1, {
    upgrade(db) {
      db.createObjectStore('waiting', { keyPath: 'key' })
      db.createObjectStore('memory')
    },
  })
  return opened
}

export const outboxStore: OutboxStore = {
  all: async () => (await database()).getAll('waiting'),
  put: async (item) => {
    await (await database()).put('waiting', item)
  },
  remove: async (key) => {
    await (await database()).delete('waiting', key)
  },
}

/** Null when nothing was kept, or by a build that folded differently. */
export async function recall(): Promise<Remembered | null> {
  const last = await (await database()).get('memory', 'last')
  return last?.version === reducerVersion ? last : null
}

export async function remember(you: You, replica: Replica): Promise<void> {
  await (await database()).put('memory', { version: reducerVersion, you, replica }, 'last')
}

/** On signing out: nothing of the crisis stays on the machine. What waits to be sent stays, for its author. */
export async function forget(): Promise<void> {
  await (await database()).delete('memory', 'last')
}
