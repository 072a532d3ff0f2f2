import type { Role } from '#shared/access/roles.ts'
import type { FollowerName, Trouble } from '#shared/followers/followers.ts'

type Shown = Readonly<{
  /** The administrators always, whose machine it is. */
  to: readonly Role[]
  /** An erasure is not done before its key is destroyed; anything else is worth a band once it does not mend itself, or is held. */
  from: 'begun' | 'parked'
}>

const shown: Readonly<Record<FollowerName, Shown>> = {
  consoles: { to: ['admin'], from: 'parked' },
  register: { to: ['admin'], from: 'parked' },
  // Who has just published, or withdrawn, believes it to be out.
  page: { to: ['admin', 'comms', 'approver', 'roomLead'], from: 'parked' },
  keys: { to: ['admin', 'quality'], from: 'begun' },
  sessions: { to: ['admin'], from: 'parked' },
  snapshots: { to: ['admin'], from: 'parked' },
}

/** The troubles that stand on every screen of somebody with these roles. */
export function troublesFor(troubles: readonly Trouble[], roles: readonly Role[]): readonly Trouble[] {
  return troubles.filter(({ follower, is }) => {
    const { to, from } = shown[follower]
    const isTheirs = roles.some((role) => to.includes(role))
    return isTheirs && (from === 'begun' || is !== 'retried')
  })
}
