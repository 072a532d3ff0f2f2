import { readSealed, writeSealed } from '#client/lib/sealed-session.ts'
import { reducerVersion } from '#shared/state.ts'
import type { RecordedItem, RecordedStore } from '#client/sync/recorded.ts'
import { tab } from '#client/sync/tab.ts'

const name = 'recorded'

type Kept = Readonly<{ version: string; items: readonly RecordedItem[] }>

/** Lives as long as the tab: a reload and a new sign-in keep it, closing the tab ends it. */
export const recordedStore: RecordedStore = {
  load: () => {
    const kept = readSealed(name) as Kept | null
    return kept?.version === reducerVersion ? kept.items : []
  },
  save: (items, last) => {
    tab.lastRecorded = last
    try {
      writeSealed(name, { version: reducerVersion, items } satisfies Kept)
    } catch {
      // A roster of thousands may be too large: what stands on the server stands nevertheless.
      writeSealed(name, null)
    }
  },
}
