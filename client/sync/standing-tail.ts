import type { LiveEntry } from '#shared/journal/entry.ts'

/** A dialog that stands open for longer than this says that things have changed, not who changed them. */
const most = 50

/**
 * The last facts that belong to no crisis (accounts, members, templates): a crisis has its logbook, they have none on a
 * console. Without what names a person of the public: nothing here would have to be forgotten.
 */
export function addStanding(tail: readonly LiveEntry[], entries: readonly LiveEntry[]): readonly LiveEntry[] {
  const standing = entries.filter(({ crisis }) => crisis === null)
  return standing.length === 0 ? tail : [...tail, ...standing.map(withoutPersonal)].slice(-most)
}

function withoutPersonal(entry: LiveEntry): LiveEntry {
  return 'personal' in entry.event ? { ...entry, event: { ...entry.event, personal: null } } : entry
}
