import type { Envelope } from '#shared/command.ts'
import { listDecisionSteps } from '#shared/decide.ts'
import type { Context, Decision } from '#shared/decision.ts'
import { isLongList } from '#shared/roster/long-list.ts'
import { canonical } from '#shared/lib/canonical.ts'
import type { Roster } from '#shared/roster/state.ts'
import type { Actor } from '#server/dispatch.ts'
import { salted } from '#server/journal/intent.ts'
import type { Journal, Sealable } from '#server/journal/port.ts'
import type { State } from '#shared/state.ts'
import { inSlices } from '#server/lib/slices.ts'

/*
 * A list of 5,000 members takes a second from its rules to the disk, and one commit holds it whole. What of that does not
 * depend on its place among the others' commands is worked out before it takes that place: the decision, which rests on the pool
 * alone, in slices of the event loop; the sealing of its members, piece by piece in the journal's thread.
 */

/** What a list comes to as long as the pool is this one. */
export type Foreseen = Readonly<{ roster: Roster; decision: Decision; parts: readonly Sealable[] }>

type Asking = Readonly<{ roster: Roster; context: Pick<Context, 'id' | 'roles'>; journal: Journal }>

/** Null for all but long lists. */
export async function foresee(
  { command }: Envelope,
  { roster, context, journal }: Asking,
): Promise<Foreseen | null> {
  if (!isLongList({ command }) || command.type !== 'roster.import') return null
  const decision = await inSlices(listDecisionSteps(roster, command, context))
  const parts = await inSlices(saltingSteps(decision))
  // A hint: where it fails the batch itself will say why.
  await journal.foresee?.(parts).catch(() => undefined)
  return { roster, decision, parts }
}

/** Meanwhile its author's account may have been closed, or have lost the roles that it was decided with. */
export function askAgain(
  { standing }: State,
  actor: Actor,
  foreseen: Foreseen,
): Readonly<{ actor: Actor; foreseen: Foreseen | null }> {
  const person = actor.person === 'system' ? undefined : standing.people[actor.person]
  const roles = person?.closed === true ? [] : (person?.roles ?? actor.roles)
  return canonical(roles) === canonical(actor.roles)
    ? { actor, foreseen }
    : { actor: { ...actor, roles }, foreseen: null }
}

/** What was made ready and has been stored, or never will be, is not kept. */
export async function forgetForeseen(journal: Journal): Promise<void> {
  await journal.foresee?.([]).catch(() => undefined)
}

function* saltingSteps(decision: Decision): Generator<void, readonly Sealable[]> {
  const parts: Sealable[] = []
  for (const event of decision.accepted ? decision.events : []) yield void parts.push(salted({ event }))
  return parts
}
