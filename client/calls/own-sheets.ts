import { createPersonalStore } from '#client/lib/personal-store.ts'
import { useStore } from '#client/lib/store.ts'
import { onErased } from '#client/sync/erasures.ts'
import type { Personal } from '#shared/calls/content.ts'
import type { Sheet } from '#shared/calls/state.ts'
import type { SheetId, SubjectId } from '#shared/lib/id.ts'

/*
 * What this person typed in this session, by sheet: the live state gives a call taker masked callers, one's own too.
 * In memory only, and until they leave, so that a shared machine remembers nobody.
 */
type Own = Readonly<{ revision: number; personal: Personal }>

const own = createPersonalStore<ReadonlyMap<SheetId, Own>>(new Map())

/** Whoever was erased while this page stood: what was on its way then is not taken up again. */
const gone = new Set<SubjectId>()

/** Once it is recorded or on its way as this revision of the sheet. */
export function rememberOwn(id: SheetId, typed: Own): void {
  if (gone.has(id)) return
  own.set(new Map([...own.get(), [id, typed]]))
}

onErased((subjects) => {
  for (const subject of subjects) gone.add(subject)
  own.set(new Map([...own.get()].filter(([id]) => !gone.has(id))))
})

/** The sheet as its reader typed it, if they did, and it is still what they typed: corrected by nobody since, not erased. */
export function useUnmasked(): (sheet: Sheet) => Sheet {
  const known = useStore(own)
  return (sheet) => {
    const typed = known.get(sheet.id)
    const isTheirs = sheet.corrected === null || sheet.corrected.by === sheet.by
    const isStill = sheet.personal !== null && isTheirs && typed?.revision === sheet.revision
    return isStill ? { ...sheet, personal: typed.personal } : sheet
  }
}
