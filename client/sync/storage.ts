import type { OutboxItem, OutboxStore } from '#client/sync/outbox.ts'
import { borrowKeys } from '#client/lib/keyring.ts'
import { sealedStore } from '#client/lib/sealed-database.ts'
import type { PersonId } from '#shared/lib/id.ts'
import type { Replica } from '#shared/sync/replica.ts'
import type { You } from '#shared/sync/wire.ts'
import { reducerVersion } from '#shared/state.ts'

/** The last state seen, so that a console which starts without the network shows what it knew, and says so. */
type Remembered = Readonly<{ version: string; you: You; replica: Replica }>

const waiting = sealedStore<OutboxItem>('waiting', 'author')
const memory = sealedStore<Remembered>('memory', 'state')
const last = 'last'

export const outboxStore: OutboxStore = {
  all: waiting.all,
  put: (item) => waiting.put(item.key, item.person, item),
  remove: waiting.remove,
}

/** Null when nothing was kept, by a build that folded differently, or when its key has gone with the last tab. */
export async function recall(person: PersonId | null): Promise<Remembered | null> {
  // On a machine that remembers nothing there are no keys to wait for.
  if (await memory.isEmpty()) return null
  await borrowKeys(person)
  const [kept] = await memory.all()
  return kept?.version === reducerVersion ? kept : null
}

export async function remember(you: You, replica: Replica): Promise<void> {
  // Refused by the browser: the next start waits for the server.
  await memory.put(last, you.person, { version: reducerVersion, you, replica }).catch(() => undefined)
}

/** On signing out: nothing of the crisis stays on the machine. What waits to be sent stays, for its author. */
export async function forget(): Promise<void> {
  await memory.remove(last)
}
