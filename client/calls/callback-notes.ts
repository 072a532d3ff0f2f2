import { createPersonalStore } from '#client/lib/personal-store.ts'
import { useStore } from '#client/lib/store.ts'
import { onErased } from '#client/sync/erasures.ts'
import type { SheetId, SubjectId } from '#shared/lib/id.ts'

/* What is typed of a call-back and not yet said, by sheet: a row that somebody else takes away does not take it along. */
const notes = createPersonalStore<ReadonlyMap<SheetId, string>>(new Map())

/** Empty: there is nothing to keep. */
export function noteCallback(sheet: SheetId, text: string): void {
  const others = [...notes.get()].filter(([id]) => id !== sheet)
  notes.set(new Map(text === '' ? others : [...others, [sheet, text]]))
}

export function useCallbackNotes(): ReadonlyMap<SheetId, string> {
  return useStore(notes)
}

onErased((subjects) => {
  const erased = new Set<SubjectId>(subjects)
  notes.set(new Map([...notes.get()].filter(([id]) => !erased.has(id))))
})
