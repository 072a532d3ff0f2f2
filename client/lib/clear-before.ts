import { openDB, type IDBPDatabase } from 'idb'
import { inTime } from '#client/lib/in-time.ts'

/*
 * The release before sealing kept the same things in clear. Each person's move when their key is here, and the last state,
 * which comes again, goes at once. The emptied databases stay: to delete one that a tab of that release still holds would
 * have every later opening wait for that tab.
 */

type Item = Readonly<Record<string, unknown>> & Readonly<{ person: string }>

type Old = Readonly<{
  database: string
  store: string
  /** Where it lies, there and here. */
  keyOf: (item: Item) => string
  /** What this release would have kept in its place. */
  upcast: (item: Item, key: string) => Item
}>

type Envelope = Readonly<{ id: string; command: Readonly<{ type: string }> }>
const envelopeIn = (item: Item) => item['envelope'] as Envelope

export const clearOutbox: Old = {
  database: 'cip-console',
  store: 'outbox',
  keyOf: (item) => envelopeIn(item).id,
  upcast: (item, key) => {
    const { command, ...envelope } = envelopeIn(item)
    const isSheet = command.type === 'calls.log'
    return {
      ...item,
      key,
      envelope: { ...envelope, command: isSheet ? { urgent: null, ...command } : command },
    }
  },
}

export const clearDrafts: Old = {
  database: 'cip-call-drafts-1',
  store: 'drafts',
  keyOf: (item) => String(item['id']),
  upcast: (item) => ({ urgent: null, ...item }),
}

/** Resolves once what lay there of this person is kept elsewhere, and there no more. What cannot be moved stays for the next time. */
export async function moveClear(
  { database, store, keyOf, upcast }: Old,
  person: string,
  /** False: not kept, since its person has left. */
  keep: (key: string, item: unknown) => Promise<boolean>,
): Promise<void> {
  const old = await openKnown(database)
  if (old === null) return
  try {
    const all = (await old.getAll(store)) as readonly Item[]
    for (const item of all.filter((one) => one.person === person)) {
      const key = keyOf(item)
      if (await keep(key, upcast(item, key))) await old.delete(store, key)
    }
    if (old.objectStoreNames.contains('memory')) await old.clear('memory')
  } catch {
    // A browser that keeps or answers no more: what is left is as it was.
  } finally {
    old.close()
  }
}

/** Texts being written that the release before left readable in this tab: what of them was saved stands on the server. */
export function dropClearTexts(): void {
  try {
    for (const key of Object.keys(sessionStorage).filter((one) => one.startsWith('cip.writing.'))) {
      sessionStorage.removeItem(key)
    }
  } catch {
    // Storage is refused: nothing lies there.
  }
}

/** Null where there is none: to ask for it must not make it. */
async function openKnown(database: string): Promise<IDBPDatabase | null> {
  try {
    const opening = openDB(database, undefined, {
      upgrade: (_db, _from, _to, transaction) => {
        transaction.done.catch(() => undefined)
        transaction.abort()
      },
    })
    return await inTime(opening)
  } catch {
    return null
  }
}
