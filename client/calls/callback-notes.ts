import { createPersonalStore } from '#client/lib/personal-store.ts'
import { useStore } from '#client/lib/store.ts'
import { onErased } from '#client/sync/erasures.ts'
import type { CrisisId, SheetId, SubjectId } from '#shared/lib/id.ts'

type Note = Readonly<{ crisis: CrisisId | null; text: string }>

/* What is typed of a call-back and not yet said, by sheet: a row that somebody else takes away does not take it along. */
const notes = createPersonalStore<ReadonlyMap<SheetId, Note>>(new Map())

export function noteCallback(sheet: SheetId, note: Note): void {
  const others = [...notes.get()].filter(([id]) => id !== sheet)
  notes.set(new Map(note.text === '' ? others : [...others, [sheet, note]]))
}

/** It was said, or its author has read that it was not. */
export function dropNote(sheet: SheetId): void {
  notes.set(new Map([...notes.get()].filter(([id]) => id !== sheet)))
}

export function useCallbackNotes(): ReadonlyMap<SheetId, Note> {
  return useStore(notes)
}

onErased((subjects) => {
  const erased = new Set<SubjectId>(subjects)
  notes.set(new Map([...notes.get()].filter(([id]) => !erased.has(id))))
})
