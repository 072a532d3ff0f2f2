import type { Role } from '#shared/access/roles.ts'
import type { CrisisId, PersonId } from '#shared/lib/id.ts'

/** A console that is open somewhere: who sits at it, at which desk, handling what. */
export type Present = Readonly<{
  /** Unique among connections; a person with two windows appears twice. */
  connection: string
  person: PersonId
  name: string
  roles: readonly Role[]
  crisis: CrisisId | null
  /** The open desk's path, without its slash: "appels". */
  desk: string
  /** What is being handled, as `<kind>:<id>`: "sheet:0199…", "member:0199…". */
  handling: readonly string[]
}>

/** Who else has this thing in hand; null when nobody. */
export function handlerOf(present: readonly Present[], thing: string, me: PersonId | null): Present | null {
  return present.find(({ person, handling }) => person !== me && handling.includes(thing)) ?? null
}

/** Null: this console has gone. */
export type PresenceChange = Readonly<{ connection: string; present: Present | null }>

export function changePresence(
  present: readonly Present[],
  changes: readonly PresenceChange[],
): readonly Present[] {
  const changed = new Set(changes.map(({ connection }) => connection))
  const kept = present.filter(({ connection }) => !changed.has(connection))
  return [...kept, ...changes.flatMap((change) => (change.present === null ? [] : [change.present]))]
}
