import { createStore, useStore } from '#client/lib/store.ts'
import type { Personal } from '#shared/calls/content.ts'
import type { Sheet } from '#shared/calls/state.ts'

/*
 * What this person typed in this session, by sheet: the live state gives a call taker masked callers, one's own too.
 * In memory only, so that a shared machine remembers nobody.
 */
const own = createStore<ReadonlyMap<string, Personal>>(new Map())

export function rememberOwn(id: string, personal: Personal): void {
  own.set(new Map([...own.get(), [id, personal]]))
}

/** The sheet as its reader typed it, if they did, and it has not been corrected by someone else or erased since. */
export function useUnmasked(): (sheet: Sheet) => Sheet {
  const known = useStore(own)
  return (sheet) => {
    const personal = known.get(sheet.id)
    const isStill = sheet.personal !== null && (sheet.corrected === null || sheet.corrected.by === sheet.by)
    return personal !== undefined && isStill ? { ...sheet, personal } : sheet
  }
}
