import { keepLeft, type Session } from '#shared/access/session.ts'
import type { AccessEvent } from '#shared/access/events.ts'
import type { AccessState, Account, People, Person } from '#shared/access/state.ts'
import { isAdministrator } from '#shared/access/select.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import type { PersonId } from '#shared/lib/id.ts'

/** More than any person's browsers; what is beyond has long ended. */
const sessionsPerAccount = 20

const newAccount: Account = {
  verifier: null,
  invitation: null,
  mustChangePassword: false,
  lastSignInAt: null,
  linkBy: null,
  unlockedAt: null,
}

const newPerson: Omit<Person, 'login' | 'name' | 'roles'> = {
  closed: false,
  deputyFor: [],
  alone: null,
  seenAt: null,
  adminUntil: null,
}

/** The directory of colleagues that every console holds. */
export function evolvePeople(people: People, event: AccessEvent, { at }: LiveEntry): People {
  switch (event.type) {
    case 'access.accountCreated': {
      const { login, name, roles } = event
      return { ...people, [event.account]: { ...newPerson, login, name, roles } }
    }
    case 'access.accountChanged':
      return changePerson(people, event.account, ({ roles, adminUntil }) => ({
        name: event.name,
        roles: event.roles,
        adminUntil: isAdministrator(event.roles) ? null : isAdministrator(roles) ? at : adminUntil,
      }))
    case 'access.accountClosed':
      return changePerson(people, event.account, ({ roles, adminUntil }) => ({
        closed: true,
        adminUntil: isAdministrator(roles) ? at : adminUntil,
      }))
    case 'access.administratorSeen':
      return changePerson(people, event.account, () => ({ seenAt: at }))
    case 'access.givenAlone':
      return changePerson(people, event.account, () => ({ alone: { by: event.by, at } }))
    case 'access.vouched':
      return changePerson(people, event.account, () => ({ alone: null }))
    case 'access.deputyNamed':
      return changePerson(people, event.account, ({ deputyFor }) => ({
        deputyFor: [...deputyFor, event.role],
      }))
    case 'access.deputyDismissed':
      return changePerson(people, event.account, ({ deputyFor }) => ({
        deputyFor: deputyFor.filter((role) => role !== event.role),
      }))
    default:
      return people
  }
}

function changePerson(people: People, id: PersonId, change: (person: Person) => Partial<Person>): People {
  const person = people[id]
  return person === undefined ? people : { ...people, [id]: { ...person, ...change(person) } }
}

/** Secrets and sessions: on the server only. A console's copy stays empty because it never receives these events. */
export function evolveAccess(
  state: AccessState,
  event: AccessEvent,
  { seq, by, at }: LiveEntry,
): AccessState {
  switch (event.type) {
    case 'access.accountCreated':
      return changeAccount(state, event.account, {})
    case 'access.invitationIssued': {
      const { tokenHash, expiresAt } = event
      const linkBy = by === 'system' ? null : by
      return changeAccount(state, event.account, { invitation: { tokenHash, expiresAt }, linkBy })
    }
    case 'access.linkShared':
    case 'access.vouched':
      return changeAccount(state, event.account, { linkBy: null })
    case 'access.halfKept':
      return { ...state, halves: { ...state.halves, [event.request]: event.half } }
    case 'access.confirmed':
    case 'access.declined':
    case 'access.withdrawn': {
      const { [event.request]: _, ...halves } = state.halves
      return { ...state, halves }
    }
    case 'access.passwordDropped':
      return changeAccount(state, event.account, { verifier: null })
    case 'access.passwordSet': {
      const verifier = event.personal?.verifier ?? null
      return changeAccount(state, event.account, { verifier, invitation: null, mustChangePassword: false })
    }
    case 'access.unlocked':
      return changeAccount(state, event.account, { unlockedAt: at })
    case 'access.passwordExpired':
      return changeAccount(state, event.account, { mustChangePassword: true })
    case 'access.sessionOpened':
      return openSession(state, event, { seq, at })
    case 'access.sessionsHeld':
      return { ...state, sessions: keepLeft(state.sessions, { from: event.from, to: event.to, seq }) }
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

function openSession(
  state: AccessState,
  { account, session, expiresAt, agent }: Extract<AccessEvent, { type: 'access.sessionOpened' }>,
  opened: Session['opened'],
): AccessState {
  const term = { ...opened, lasts: expiresAt - opened.at }
  const sessions = makeRoom(state.sessions, account)
  return {
    ...changeAccount(state, account, { lastSignInAt: opened.at }),
    sessions: { ...sessions, [session]: { account, opened, agent, term } },
  }
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
