import { dropSealed, readSealed, sealedNames, writeSealed } from '#client/lib/sealed-session.ts'
import type { SubjectId } from '#shared/lib/id.ts'

/*
 * What is typed and not yet sent, by the name of its form: sealed in this tab for its author alone. A form about somebody bears
 * their id in its name, by which it goes when they are erased.
 */

/** What a form's act stands on: what was so, and how much had come to pass by then. */
export type Ground = Readonly<{ fact: string | number | boolean | null; seq: number }>

export type Kept = Readonly<{
  /** As its form left it: a changed shape is a new name. */
  value: unknown
  /** When its last key was typed. */
  at: number
  /** What stood when it was begun. */
  on: Ground | null
}>

const place = 'typed.'

/** Whoever was erased while this page stood: what a hand still types of them is kept no more. */
const gone = new Set<string>()

/** Null: nothing is kept, or another's. */
export function readKept(name: string): Kept | null {
  return readSealed(`${place}${name}`) as Kept | null
}

/** Null: it was sent or given up. */
export function writeKept(name: string, kept: Kept | null): void {
  if (kept !== null && isOf(gone, name)) return
  try {
    writeSealed(`${place}${name}`, kept)
  } catch {
    // Storage refused or full: it still stands on the screen.
  }
}

/** The names of this person's forms that begin so. */
export function keptNames(start: string): readonly string[] {
  return sealedNames(`${place}${start}`).map((name) => name.slice(place.length))
}

/** Also what somebody else typed of them in this tab, which only they could read. */
export function forgetKept(subjects: readonly SubjectId[]): void {
  for (const subject of subjects) gone.add(subject)
  dropSealed((name) => name.startsWith(place) && isOf(gone, name))
}

/** At the name's end, or among what a reason is for. One id may begin another. */
function isOf(subjects: ReadonlySet<string>, name: string): boolean {
  return [...subjects].some((subject) => name.endsWith(`.${subject}`) || name.includes(`"${subject}"`))
}
