/** What of the page changes by time alone, whoever does nothing. */
import type { CrisisId } from '#shared/lib/id.ts'
import { day } from '#shared/lib/time.ts'
import { nextPointInForce } from '#shared/messages/next-point.ts'
import type { Crisis, State } from '#shared/state.ts'

/** How long a closed crisis stays on the page: the days in which people still look for what to do afterwards. */
const keptAfterClosure = 7 * day

/** A crisis on the page: its first message has gone out. */
export type OutCrisis = readonly [CrisisId, Crisis]

/** Those of which something has gone out, the last opened first, whether they are still on the page or have left it. */
export function outOf(state: State): readonly OutCrisis[] {
  return (Object.entries(state.crises) as [CrisisId, Crisis][])
    .filter(([, { messages }]) => Object.values(messages).some(({ versions }) => versions.length > 0))
    .sort(([, a], [, b]) => b.activation.openedAt - a.activation.openedAt)
}

/** When it leaves the page; infinity as long as it is open. */
export function leavesAt({ activation }: Crisis): number {
  return activation.closed === null ? Infinity : activation.closed.at + keptAfterClosure
}

/** The next instant after `now` at which the page reads otherwise; null: none. */
export function pageChangesAt(state: State, now: number): number | null {
  const ahead = outOf(state)
    .filter(([, crisis]) => leavesAt(crisis) > now)
    .flatMap(([, crisis]) => [leavesAt(crisis), ...turnsOf(crisis)])
    .filter((at) => at > now && at < Infinity)
  return ahead.length === 0 ? null : Math.min(...ahead)
}

/** The instants up to `now` at which the page has changed by itself. */
export function turnsUpTo(crises: readonly OutCrisis[], now: number): readonly number[] {
  return crises
    .flatMap(([, crisis]) => [leavesAt(crisis), ...turnsOf(crisis).filter((at) => at < leavesAt(crisis))])
    .filter((at) => at <= now)
}

/** A promised next point falls due, a text is no longer valid. */
function turnsOf(crisis: Crisis): readonly number[] {
  const promised = nextPointInForce(crisis, 0)?.dueAt ?? Infinity
  const expiries = Object.values(crisis.messages)
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ versions }) => versions.at(-1)?.content.expiresAt ?? Infinity)
  return [promised, ...expiries]
}
