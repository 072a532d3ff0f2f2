import type { DeputyCommand } from '#shared/access/commands.ts'
import type { DeputyEvent } from '#shared/access/events.ts'
import type { DeputyRole } from '#shared/access/grave.ts'
import type { ActorRole } from '#shared/access/roles.ts'
import type { People } from '#shared/access/state.ts'
import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import type { Author, PersonId } from '#shared/lib/id.ts'
import type { Crisis } from '#shared/state.ts'

/** A deputy at work in this crisis. `until` null: until its closure. */
export type Deputy = Readonly<{
  account: PersonId
  role: DeputyRole
  until: number | null
  by: Author
  at: number
}>
export type Deputies = readonly Deputy[]
export const noDeputies: Deputies = []

type Person = Readonly<{ by: Author; roles: readonly ActorRole[] }>
type Moment = Readonly<{ people: People; at: number }>

/** The roles that this person holds in this crisis: their own, and those that they stand in for now. */
export function rolesIn(
  { activation, deputies }: Pick<Crisis, 'activation' | 'deputies'>,
  { by, roles }: Person,
  moment: Moment,
): readonly ActorRole[] {
  if (activation.closed !== null) return roles
  const lent = deputies.filter((deputy) => deputy.account === by && isAtWork(deputy, moment))
  return lent.length === 0 ? roles : [...roles, ...lent.map(({ role }) => role)]
}

/** Dismissed, closed or past its end, a deputy is none, whatever was switched on. */
export function isAtWork({ account, role, until }: Deputy, { people, at }: Moment): boolean {
  const person = people[account]
  return (
    person !== undefined &&
    !person.closed &&
    person.deputyFor.includes(role) &&
    (until === null || at < until)
  )
}

/** One person's act, because two confirmed the deputy beforehand; never the deputy's own. */
export function decideDeputies({ deputies }: Crisis, command: DeputyCommand, context: Context): Decision {
  const { account, role } = command
  const { people } = context.standing
  const atWork = deputies.some(
    (deputy) =>
      deputy.account === account && deputy.role === role && isAtWork(deputy, { people, at: context.at }),
  )
  if (command.type === 'access.switchOffDeputy') {
    return atWork ? accept({ type: 'access.deputySwitchedOff', account, role }) : accept()
  }
  const { until, reason } = command
  const person = people[account]
  if (person === undefined || person.closed || !person.deputyFor.includes(role)) {
    return refuse('access.not-a-deputy', { field: 'account' })
  }
  if (account === context.by) return refuse('access.deputy-switches-itself', { field: 'account' })
  if (until !== null && until <= context.at) return refuse('access.end-past', { field: 'until' })
  return accept({ type: 'access.deputySwitchedOn', account, role, until, reason })
}

export function evolveDeputies(deputies: Deputies, event: DeputyEvent, { by, at }: LiveEntry): Deputies {
  const { account, role } = event
  const others = deputies.filter((deputy) => deputy.account !== account || deputy.role !== role)
  if (event.type === 'access.deputySwitchedOff') return others
  return [...others, { account, role, until: event.until, by, at }]
}
