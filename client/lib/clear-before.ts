import { deleteDB, openDB } from 'idb'

/*
 * Builds before sealing kept the same things in clear. Each person's move when their key is here; a database in which
 * nobody's are left goes, and the last state, which comes again, goes at once.
 */

type Old = Readonly<{ database: string; store: string; keyOf: 'key' | 'id' }>
type Item = Readonly<Record<string, unknown>> & Readonly<{ person: string }>

export const clearOutbox: Old = { database: 'cip-console-2', store: 'waiting', keyOf: 'key' }
export const clearDrafts: Old = { database: 'cip-call-drafts-2', store: 'drafts', keyOf: 'id' }

/** Resolves once what lay there of this person is kept elsewhere, and there no more. */
export async function moveClear(
  { database, store, keyOf }: Old,
  person: string,
  /** False: not kept, since its person has left. */
  keep: (key: string, item: unknown) => Promise<boolean>,
): Promise<void> {
  const found = await indexedDB.databases()
  if (!found.some(({ name }) => name === database)) return
  const old = await openDB(database)
  const all = (await old.getAll(store)) as readonly Item[]
  const theirs = all.filter((item) => item.person === person)
  for (const item of theirs) {
    const key = String(item[keyOf])
    if (await keep(key, item)) await old.delete(store, key)
  }
  if (old.objectStoreNames.contains('memory')) await old.clear('memory')
  const isEmpty = (await old.count(store)) === 0
  old.close()
  if (isEmpty) await deleteDB(database)
}
