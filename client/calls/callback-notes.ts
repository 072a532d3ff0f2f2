import { useEffect } from 'react'
import { now } from '#client/lib/clock.ts'
import { createPersonalStore } from '#client/lib/personal-store.ts'
import { useStore } from '#client/lib/store.ts'
import { onErased } from '#client/sync/erasures.ts'
import { keptNames, readKept, writeKept } from '#client/sync/kept-store.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { SheetId, type CrisisId, type SubjectId } from '#shared/lib/id.ts'

type Note = Readonly<{ crisis: CrisisId | null; text: string }>
type Notes = ReadonlyMap<SheetId, Note>

/*
 * What is typed of a call-back and not yet said, by sheet: a row that somebody else takes away does not take it along, nor
 * does a page that is loaded again.
 */

/** Null: what is kept has not been read yet. */
const notes = createPersonalStore<Notes | null>(null)
const none: Notes = new Map()
const place = 'callback-1.'

export function noteCallback(sheet: SheetId, note: Note): void {
  const isEmpty = note.text === ''
  writeKept(`${place}${sheet}`, isEmpty ? null : { value: note, at: now(), on: null })
  notes.set(new Map([...without([sheet]), ...(isEmpty ? [] : [[sheet, note] as const])]))
}

/** Its author has read that it was not said. */
export function dropNote(sheet: SheetId): void {
  noteCallback(sheet, { crisis: null, text: '' })
}

/** These words were said; what has been typed since was not. */
export function saidNote(sheet: SheetId, text: string): void {
  if (notes.get()?.get(sheet)?.text === text) dropNote(sheet)
}

export function useCallbackNotes(): Notes {
  const person = useConsole(({ you }) => you?.person ?? null)
  const read = useStore(notes)
  // Once more where somebody else sits here: their key opens other notes.
  useEffect(() => {
    if (person !== null && notes.get() === null) notes.set(kept())
  }, [person])
  return read ?? none
}

onErased((subjects) => notes.set(new Map(without(subjects))))

function without(subjects: readonly SubjectId[]) {
  const left = new Set<SubjectId>(subjects)
  return [...(notes.get() ?? kept())].filter(([id]) => !left.has(id))
}

function kept(): Notes {
  return new Map(
    keptNames(place).flatMap((name) => {
      const note = readKept(name)
      return note === null ? [] : [[SheetId.parse(name.slice(place.length)), note.value as Note] as const]
    }),
  )
}
