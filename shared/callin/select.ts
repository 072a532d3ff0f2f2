import { notCalled, type Called, type Callin, type Stand, type Try } from '#shared/callin/state.ts'
import type { Author, MemberId } from '#shared/lib/id.ts'
import { minute } from '#shared/lib/time.ts'

/** How long a deed can be taken back by its author. */
const undoWindow = minute

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

/** The member on whom this operator did something last, while it can be taken back; null afterwards. */
export function lastUndoable(callin: Callin, operator: Author, now: number): MemberId | null {
  const own = (Object.entries(callin.members) as [MemberId, Called][])
    .filter(([, called]) => canUndo(called, operator, now))
    .sort(([, one], [, other]) => (other.undo?.at ?? 0) - (one.undo?.at ?? 0))
  return own[0]?.[0] ?? null
}

export type LastTry = Readonly<{ member: MemberId; called: Called; last: Try }>

/** The last call of everybody who was called, the latest first. */
export function lastTries(callin: Callin): readonly LastTry[] {
  return (Object.entries(callin.members) as [MemberId, Called][])
    .flatMap(([member, called]) => {
      const last = called.tries.at(-1)
      return last === undefined ? [] : [{ member, called, last }]
    })
    .sort((one, other) => other.last.at - one.last.at)
}

/** Who is expected (the earliest first), on site (by post, then the rest) and gone. */
export function attendance(
  callin: Callin,
): Readonly<Record<'expected' | 'present' | 'gone', readonly MemberId[]>> {
  const all = Object.entries(callin.members) as [MemberId, Called][]
  const sorted = (keep: (stand: Stand) => boolean, rank: (stand: Stand) => number): readonly MemberId[] =>
    all
      .filter(([, { stand }]) => keep(stand))
      .sort(([, one], [, other]) => rank(one.stand) - rank(other.stand))
      .map(([id]) => id)
  return {
    expected: sorted(
      ({ is }) => is === 'coming',
      (stand) => (stand.is === 'coming' ? stand.expectedAt : 0),
    ),
    present: sorted(isPresent, (stand) => (stand.is === 'atPost' ? stand.post : unseated)),
    gone: sorted(
      ({ is }) => is === 'left',
      (stand) => (stand.is === 'left' ? -stand.leftAt : 0),
    ),
  }
}
// After the last possible post.
const unseated = 1_000
