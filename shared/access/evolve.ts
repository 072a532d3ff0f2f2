import type { AccessEvent } from '#shared/access/events.ts'
import type { AccessState, Account, People } from '#shared/access/state.ts'
import type { PersonId } from '#shared/lib/id.ts'

/** More than any person's browsers; what is beyond has long ended. */
const sessionsPerAccount = 20

const newAccount: Account = {
  verifier: null,
  invitation: null,
  mustChangePassword: false,
  lastSignInAt: null,
}

/** The directory of colleagues that every console holds. */
export function evolvePeople(people: People, event: AccessEvent): People {
  switch (event.type) {
    case 'access.accountCreated': {
      const { login, name, roles } = event
      return { ...people, [event.account]: { login, name, roles, closed: false } }
    }
    case 'access.accountChanged':
      return changePerson(people, event.account, { name: event.name, roles: event.roles })
    case 'access.accountClosed':
      return changePerson(people, event.account, { closed: true })
    default:
      return people
  }
}

function changePerson(people: People, id: PersonId, change: Partial<People[PersonId]>): People {
  const person = people[id]
  return person === undefined ? people : { ...people, [id]: { ...person, ...change } }
}

/** Secrets and sessions: on the server only. A console's copy stays empty because it never receives these events. */
export function evolveAccess(state: AccessState, event: AccessEvent, at: number): AccessState {
  switch (event.type) {
    case 'access.accountCreated':
      return changeAccount(state, event.account, {})
    case 'access.invitationIssued': {
      const { tokenHash, expiresAt } = event
      return changeAccount(state, event.account, { invitation: { tokenHash, expiresAt } })
    }
    case 'access.passwordSet': {
      const verifier = event.personal?.verifier ?? null
      return changeAccount(state, event.account, { verifier, invitation: null, mustChangePassword: false })
    }
    case 'access.passwordExpired':
      return changeAccount(state, event.account, { mustChangePassword: true })
    case 'access.sessionOpened': {
      const { account, expiresAt, agent } = event
      const opened = changeAccount(state, account, { lastSignInAt: at })
      const sessions = makeRoom(state.sessions, account)
      return {
        ...opened,
        sessions: { ...sessions, [event.session]: { account, openedAt: at, expiresAt, agent } },
      }
    }
    case 'access.sessionClosed':
      return { ...state, sessions: keepSessions(state, (_, id) => id !== event.session) }
    case 'access.sessionsRevoked':
      return {
        ...state,
        sessions: keepSessions(
          state,
          (session, id) => session.account !== event.account || id === event.except,
        ),
      }
    case 'access.accountClosed': {
      const closed = changeAccount(state, event.account, { invitation: null })
      return { ...closed, sessions: keepSessions(state, (session) => session.account !== event.account) }
    }
    default:
      return state
  }
}

function changeAccount(state: AccessState, id: PersonId, change: Partial<Account>): AccessState {
  const account = state.accounts[id] ?? newAccount
  return { ...state, accounts: { ...state.accounts, [id]: { ...account, ...change } } }
}

/**
 * What one person has left open leaves by its number, oldest first, never by its end: a sign-in under a clock that is
 * ahead would throw everybody out.
 */
function makeRoom(sessions: AccessState['sessions'], account: PersonId): AccessState['sessions'] {
  const own = Object.entries(sessions).filter(([, session]) => session.account === account)
  const leaving = new Set(own.slice(0, Math.max(0, own.length - sessionsPerAccount + 1)).map(([id]) => id))
  if (leaving.size === 0) return sessions
  return Object.fromEntries(Object.entries(sessions).filter(([id]) => !leaving.has(id)))
}

function keepSessions(
  state: AccessState,
  keep: (session: AccessState['sessions'][string], id: string) => boolean,
): AccessState['sessions'] {
  return Object.fromEntries(Object.entries(state.sessions).filter(([id, session]) => keep(session, id)))
}
