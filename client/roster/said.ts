import type { RosterEncoding, RosterMapping } from '#shared/roster/import.ts'

/** What the person has said of the file, where they know better than what was found out. */
export type Said = Readonly<{ mapping: RosterMapping | null; encoding: RosterEncoding | null }>
