import { expect, test } from 'vitest'
import { parseEnvelope } from '#shared/command.ts'
import { decide } from '#shared/decide.ts'
import type { Context } from '#shared/decision.ts'
import type { Event } from '#shared/event.ts'
import { evolveAll } from '#shared/evolve.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import { CommandId, PersonId } from '#shared/lib/id.ts'
import { forgetInEvent } from '#shared/journal/forget.ts'
import { initialState, type State } from '#shared/state.ts'
import { installation } from '../../test/support/installation.ts'

const alice = PersonId.parse('0192a000-0000-7000-8000-000000000001')
const bob = PersonId.parse('0192a000-0000-7000-8000-000000000002')
const at = 1_790_000_000_000

function entries(...events: readonly Event[]): readonly LiveEntry[] {
  return events.map((event, n) => ({
    seq: n + 1,
    at,
    by: 'system',
    crisis: null,
    command: CommandId.parse(`0192a000-0000-7000-8000-00000000010${n}`),
    event,
  }))
}

const account: readonly Event[] = [
  { type: 'access.accountCreated', account: alice, login: 'alice', name: 'Alice Roux', roles: ['callTaker'] },
  {
    type: 'access.passwordSet',
    account: alice,
    subject: alice,
    personal: { verifier: '$argon2id$of-alice' },
  },
]
const closed: Event = { type: 'access.accountClosed', account: alice }
const erased: Event = { type: 'privacy.erased', subject: alice, reason: 'départ' }

function erase(state: State, roles: Context['roles'], subject: string = alice) {
  const parsed = parseEnvelope({
    id: '0192a000-0000-7000-8000-000000000200',
    crisis: null,
    command: { type: 'privacy.erase', subject, reason: 'départ' },
  })
  if (!parsed.ok) throw new Error(parsed.field)
  const { envelope } = parsed
  return decide(state, envelope, {
    id: envelope.id,
    at,
    by: bob,
    roles,
    standing: state.standing,
    head: state.seq,
    record: null,
    isSubjectKnown: true,
    installation,
  })
}

test('[V1] erasing is for the administrator and the quality mission', () => {
  const state = evolveAll(initialState, entries(...account, closed))
  expect(erase(state, ['roomLead', 'hr', 'comms'])).toMatchObject({ refusal: { code: 'command.forbidden' } })
  expect(erase(state, ['quality'])).toMatchObject({ accepted: true, events: [erased] })
  expect(erase(state, ['admin'])).toMatchObject({ accepted: true, events: [erased] })
})

test('[V1] a sheet that left the live state long ago can be erased', () => {
  const sheet = '0192a000-0000-7000-8000-000000000900'
  expect(erase(initialState, ['admin'], sheet)).toMatchObject({ accepted: true })
})

test('[V2] an account that is still open is not erased', () => {
  const state = evolveAll(initialState, entries(...account))
  expect(erase(state, ['admin'])).toMatchObject({
    refusal: { code: 'privacy.account-open', field: 'subject' },
  })
})

test('[V3] an erased account keeps its place and loses its secret', () => {
  const state = evolveAll(initialState, entries(...account, closed, erased))
  expect(JSON.stringify(state)).not.toContain('of-alice')
  expect(state.standing.people[alice]).toMatchObject({ name: 'Alice Roux', closed: true })
})

test('[V4] a replay after the key is destroyed ends where the running server stood', () => {
  const written = entries(...account, closed, erased)
  const replayed = written.map((entry) => ({ ...entry, event: forgetInEvent(entry.event, alice) }))
  expect(evolveAll(initialState, replayed)).toEqual(evolveAll(initialState, written))
})
