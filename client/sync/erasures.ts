import type { SubjectId } from '#shared/lib/id.ts'

/* The server destroys what it knows of whoever is erased; what this page keeps besides the live state goes with it. */

type Forget = (subjects: readonly SubjectId[]) => void

const keepers = new Set<Forget>()

/** For as long as the page lives. */
export function onErased(forget: Forget): void {
  keepers.add(forget)
}

export function tellErased(subjects: readonly SubjectId[]): void {
  for (const forget of keepers) forget(subjects)
}
