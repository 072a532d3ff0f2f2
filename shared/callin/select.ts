import { notCalled, type Called, type Callin, type Stand } from '#shared/callin/state.ts'
import type { Author, MemberId } from '#shared/lib/id.ts'
import { minute } from '#shared/lib/time.ts'

/** How long a deed can be taken back by its author. */
export const undoWindow = minute

export function calledOf(callin: Callin, member: MemberId): Called {
  return callin.members[member] ?? notCalled
}

/** The member this operator is calling now. */
export function heldBy(callin: Callin, operator: Author): MemberId | null {
  const found = Object.entries(callin.members).find(([, { taken }]) => taken?.by === operator)
  return found === undefined ? null : (found[0] as MemberId)
}

/** On site, whatever they are doing there. */
export function isPresent({ is }: Stand): boolean {
  return is === 'arrived' || is === 'atPost' || is === 'onBreak'
}

/** Who sits at a post; a person on break leaves it to whoever relieves them. */
export function occupantOf(callin: Callin, post: number): MemberId | null {
  const found = Object.entries(callin.members).find(
    ([, { stand }]) => stand.is === 'atPost' && stand.post === post,
  )
  return found === undefined ? null : (found[0] as MemberId)
}

/** The lowest post without anybody; null when all are taken. */
export function freePost(callin: Callin, posts: number): number | null {
  const taken = new Set(
    Object.values(callin.members).flatMap(({ stand }) => (stand.is === 'atPost' ? [stand.post] : [])),
  )
  for (let post = 1; post <= posts; post += 1) if (!taken.has(post)) return post
  return null
}

/** Whether this operator can still take back their last deed on the member. */
export function canUndo({ undo }: Called, operator: Author, now: number): boolean {
  return undo !== null && undo.by === operator && now - undo.at <= undoWindow
}
