import { type IDBPDatabase, openDB } from 'idb'
import { getJson } from '#client/lib/api.ts'
import type { CommunePack, FoundCommune } from '#shared/communes/commune.ts'
import { type CommuneIndex, indexCommunes } from '#shared/communes/index-communes.ts'
import { rankCommunes } from '#shared/communes/rank.ts'

/*
 * Communes while typing, with or without the network: the list of the départements at hand (about 80 KB for two)
 * is kept in IndexedDB, compared with the server's at each start, and searched in the page with the server's own ranking.
 */

/** `fresh`: as the server has it. `kept`: from this browser, the server did not answer. `absent`: neither. */
export type CommunesSource = 'fresh' | 'kept' | 'absent'

type Loaded = Readonly<{ hash: string; index: CommuneIndex }>

let loaded: Loaded | null = null
/** The départements last asked for: a slower answer about others comes too late. */
let wanted = ''

/** Makes the communes of these départements available to `searchLocal`. */
export async function loadCommunes(departments: readonly string[]): Promise<CommunesSource> {
  const key = departments.join(',')
  wanted = key
  const kept = await readKept(key)
  if (kept !== null && wanted === key) take(kept)
  const current = await fetchPack(key)
  if (current === null) return kept === null ? 'absent' : 'kept'
  if (wanted === key) take(current)
  if (current.hash !== kept?.hash) await keep(key, current)
  return 'fresh'
}

/** The best matches among the loaded communes, those of the départements at hand first; none before `loadCommunes`. */
export function searchLocal(query: string, near: readonly string[], limit = 10): readonly FoundCommune[] {
  return loaded === null ? [] : rankCommunes(loaded.index, query, { near, limit })
}

function take(pack: CommunePack): void {
  if (loaded?.hash === pack.hash) return
  loaded = { hash: pack.hash, index: indexCommunes(pack) }
}

async function fetchPack(key: string): Promise<CommunePack | null> {
  try {
    return await getJson<CommunePack>(`/api/communes/pack?department=${encodeURIComponent(key)}`)
  } catch {
    // The network is away, or something else than this server answered (a captive portal): what is kept serves.
    return null
  }
}

// A changed shape of `CommunePack` is a new name: what an older build has kept is then not read.
const databaseName = 'cip-communes-2'
const store = 'packs'

function open(): Promise<IDBPDatabase> {
  return openDB(databaseName, 1, { upgrade: (database) => void database.createObjectStore(store) })
}

async function readKept(key: string): Promise<CommunePack | null> {
  try {
    const database = await open()
    const kept: CommunePack | undefined = await database.get(store, key)
    database.close()
    return kept ?? null
  } catch {
    // A browser may refuse storage (private window, full disk): type-ahead then needs the network, nothing else changes.
    return null
  }
}

async function keep(key: string, pack: CommunePack): Promise<void> {
  try {
    const database = await open()
    await database.put(store, pack, key)
    database.close()
  } catch {
    // As above.
  }
}
