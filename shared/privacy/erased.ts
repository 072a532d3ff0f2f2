import { isErased } from '#shared/calls/select.ts'
import type { Entry } from '#shared/journal/entry.ts'
import type { MemberId, SubjectId } from '#shared/lib/id.ts'
import { isErasedMember } from '#shared/roster/select.ts'
import type { State } from '#shared/state.ts'

/** Whom these entries erase. */
export function erasedIn(entries: readonly Pick<Entry, 'event'>[]): readonly SubjectId[] {
  return entries.flatMap(({ event }) => (event.type === 'privacy.erased' ? [event.subject] : []))
}

/** Who stands in this state as erased: its sheets, and the members of its pool. */
export function erasedOf({ crises, standing: { roster } }: State): readonly SubjectId[] {
  const sheets = Object.values(crises).flatMap(({ calls }) => [...calls.open, ...calls.closed])
  const members = (Object.keys(roster.members) as MemberId[]).filter((id) =>
    isErasedMember(roster.members[id]),
  )
  return [
    ...sheets.filter(isErased).map(({ id }) => id),
    ...members,
    ...roster.former.filter(isErasedMember).map(({ id }) => id),
  ]
}
