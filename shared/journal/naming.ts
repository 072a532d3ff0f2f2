import type { Event } from '#shared/event.ts'
import { spokenName } from '#shared/roster/select.ts'

/** A null name was sealed and is erased. An open name (a colleague's account) is no personal data of the pool. */
type Given = Readonly<{ id: string; name: string | null; isSealed: boolean }>

/**
 * The name that a fact gives to a colleague or a member; null when it names nobody. What tells the logbook keeps these,
 * so that an entry is told with the names of its moment.
 */
export function nameGivenBy(event: Event): Given | null {
  switch (event.type) {
    case 'access.accountCreated':
    case 'access.accountChanged':
      return { id: event.account, name: event.name, isSealed: false }
    case 'roster.memberAdded':
    case 'roster.memberChanged': {
      const { member, personal } = event
      const name = personal === null ? null : spokenName(personal)
      return { id: member, name, isSealed: true }
    }
    default:
      return null
  }
}
