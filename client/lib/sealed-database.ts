import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { clearDrafts, clearOutbox, moveClear } from '#client/lib/clear-before.ts'
import { inTime } from '#client/lib/in-time.ts'
import { heldKeys } from '#client/lib/keyring.ts'
import type { Keys } from '#client/lib/key-messages.ts'
import { seal, unseal } from '#client/lib/seal.ts'

/*
 * The only database of this console that holds what people say or see. In clear: where a row lies and whose it is, both
 * drawn ids. Rows that do not open (another person's, a damaged one) are passed over and left where they lie.
 *
 * A browser may refuse storage (a private window, a full disk): nothing is then found here, and nothing is kept.
 */

type Row = Readonly<{ key: string; owner: string; sealed: Uint8Array }>
type StoreName = 'waiting' | 'drafts' | 'memory'

/** Where builds before sealing kept it; null: nowhere that matters. */
const before = { waiting: clearOutbox, drafts: clearDrafts, memory: null }

interface SealedDb extends DBSchema {
  waiting: { key: string; value: Row }
  drafts: { key: string; value: Row }
  memory: { key: string; value: Row }
}

let opened: Promise<IDBPDatabase<SealedDb>> | null = null

function database(): Promise<IDBPDatabase<SealedDb>> {
  opened ??= openDatabase()
  return opened
}

/**
 * Refused, it is asked again at the next occasion: it may have been a full disk. One that does not answer is not waited for
 * again, and taken as soon as it does.
 */
function openDatabase(): Promise<IDBPDatabase<SealedDb>> {
  const askAgain = () => {
    opened = null
  }
  // A changed shape of what is sealed is a new name: nothing of another build is read wrongly.
  const opening = openDB<SealedDb>('cip-sealed-1', 1, {
    upgrade(db) {
      for (const name of ['waiting', 'drafts', 'memory'] as const)
        db.createObjectStore(name, { keyPath: 'key' })
    },
    terminated: askAgain,
  })
  opening.then(() => {
    opened = opening
  }, askAgain)
  return inTime(opening)
}

export type SealedStore<T> = Readonly<{
  /** What whoever sits here has kept; nothing while nobody's keys are here. */
  all: () => Promise<readonly T[]>
  /** Keeps nothing of a person who has left: what lay there before stays. Rejects where the browser keeps nothing. */
  put: (key: string, owner: string, value: T) => Promise<void>
  remove: (key: string) => Promise<void>
  /** Whether anything lies there at all, of anybody. */
  isEmpty: () => Promise<boolean>
}>

export function sealedStore<T>(name: StoreName, by: 'author' | 'state'): SealedStore<T> {
  const open = ({ key, owner, sealed }: Row, keys: Keys) =>
    owner === keys.person ? unseal(keys[by], placeOf(name, owner, key), sealed) : null
  const keep = async (key: string, owner: string, value: unknown) => {
    const keys = heldKeys()
    if (keys?.person !== owner) return false
    const sealed = seal(keys[by], placeOf(name, owner, key), value)
    await (await database()).put(name, { key, owner, sealed })
    return true
  }
  const read = async () => {
    const keys = heldKeys()
    if (keys === null) return []
    const { person } = keys
    const old = before[name]
    if (old !== null) await moveClear(old, person, (key, item) => keep(key, person, item))
    const rows = await (await database()).getAll(name)
    return rows.map((row) => open(row, keys)).filter((value) => value !== null) as T[]
  }
  const remove = async (key: string) => (await database()).delete(name, key)
  const isEmpty = async () => (await (await database()).count(name)) === 0
  return {
    all: () => read().catch(() => []),
    put: async (key, owner, value) => void (await keep(key, owner, value)),
    remove: (key) => remove(key).catch(() => undefined),
    isEmpty: () => isEmpty().catch(() => true),
  }
}

function placeOf(...parts: readonly string[]): string {
  return parts.join('/')
}
