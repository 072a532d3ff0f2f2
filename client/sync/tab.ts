import type { Position } from '#shared/journal/entry.ts'
import type { CrisisId, PersonId } from '#shared/lib/id.ts'

/*
 * What a tab knows of itself in clear, as long as it lives: drawn ids and a place in the journal, no word of anybody. A page
 * loaded again is still the console of whoever sat here.
 */

const crisisKey = 'cip.crisis'
const personKey = 'cip.person'
const recordedKey = 'cip.recorded.last'

export const tab = {
  get crisis(): CrisisId | null {
    return sessionStorage.getItem(crisisKey) as CrisisId | null
  },
  set crisis(crisis: CrisisId | null) {
    write(crisisKey, crisis)
  },
  get person(): PersonId | null {
    return sessionStorage.getItem(personKey) as PersonId | null
  },
  set person(person: PersonId | null) {
    write(personKey, person)
  },
  /** What the hello needs before the keys are here. */
  get lastRecorded(): Position | null {
    return JSON.parse(sessionStorage.getItem(recordedKey) ?? 'null') as Position | null
  },
  set lastRecorded(position: Position | null) {
    write(recordedKey, position === null ? null : JSON.stringify(position))
  },
}

function write(key: string, value: string | null): void {
  if (value === null) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, value)
}
