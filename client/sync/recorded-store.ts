import { reducerVersion } from '#shared/state.ts'
import type { RecordedItem, RecordedStore } from '#client/sync/recorded.ts'

const key = 'cip.recorded'

type Kept = Readonly<{ version: string; items: readonly RecordedItem[] }>

/** Lives as long as the tab: a reload and a new sign-in keep it, closing the tab ends it. */
export const recordedStore: RecordedStore = {
  load: () => {
    const text = sessionStorage.getItem(key)
    const kept = text === null ? null : (JSON.parse(text) as Kept)
    return kept?.version === reducerVersion ? kept.items : []
  },
  save: (items) => {
    try {
      sessionStorage.setItem(key, JSON.stringify({ version: reducerVersion, items } satisfies Kept))
    } catch {
      // A roster of thousands may be too large: what stands on the server stands nevertheless.
      sessionStorage.removeItem(key)
    }
  },
}
