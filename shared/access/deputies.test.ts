import { beforeEach, expect, test } from 'vitest'
import { may } from '#shared/access/may.ts'
import { rolesIn } from '#shared/access/deputies.ts'
import type { Decision } from '#shared/decision.ts'
import { MessageId } from '#shared/lib/id.ts'
import { hour } from '#shared/lib/time.ts'
import { commandId } from '../../test/support/drafts.ts'
import { floodOrder } from '../../test/support/flood-order.ts'
import { gist } from '../../test/support/stage.ts'
import { Office, someHash } from '../../test/support/two-administrators.ts'

let office: Office

/** Zoé, a call taker, is confirmed by two as deputy of the approver; Luc leads the room. */
beforeEach(() => {
  office = Office.ofTwo()
  office.invites('anna', 'zoe', 'callTaker')
  office.invites('anna', 'luc', 'roomLead')
  named()
  office.confirms('bruno')
  office.does('luc', floodOrder({ kind: 'real', receivedAt: office.stage.now }))
})

function named(): Decision {
  const deputy = { account: office.idOf('zoe'), role: 'approver', tokenHash: someHash() } as const
  return office.does('anna', { type: 'access.nameDeputy', ...deputy })
}

function switchOn(by: string, until: number | null = null): Decision {
  const deputy = { account: office.idOf('zoe'), role: 'approver', until } as const
  return office.does(by, { type: 'access.switchOnDeputy', ...deputy, reason: 'validation injoignable' })
}

function mayApprove(): boolean {
  const { people } = office.stage.state.standing
  const zoe = { by: office.idOf('zoe'), roles: office.person('zoe').roles }
  const roles = rolesIn(office.stage.it, zoe, { people, at: office.stage.now })
  return may({ roles, crisis: office.stage.it.activation }, 'messages.approve')
}

/** What the rules answer: an unknown message is past the question of who may. */
function approves(): string {
  const text = { message: MessageId.parse(commandId(77)), hash: 'a'.repeat(64) }
  return String(gist(office.does('zoe', { type: 'messages.approve', ...text })))
}

test('[A170] a deputy is named by two, and is none before somebody switches them on', () => {
  expect(office.person('zoe').deputyFor).toEqual(['approver'])
  expect(approves()).toBe('command.forbidden')
  expect(mayApprove()).toBe(false)
})

test('[A170] naming one waits for a second person, and opens an account that one person opened anew', () => {
  office = Office.ofTwo()
  office.invites('anna', 'zoe', 'callTaker')
  expect(gist(named())).toEqual(['access.requested', 'access.halfKept'])
  expect(office.person('zoe').deputyFor).toEqual([])
  office.confirms('bruno')
  expect(office.account('zoe')).toMatchObject({ verifier: null, linkBy: null })
})

test('[A170] a deputy’s new link needs two, as an approver’s does', () => {
  const link = { account: office.idOf('zoe'), tokenHash: someHash() }
  expect(gist(office.does('anna', { type: 'access.reissueInvitation', ...link }))).toContain(
    'access.requested',
  )
})

test('[A171] one person switches the deputy on, in one act, for this crisis alone', () => {
  expect(gist(switchOn('luc'))).toEqual(['access.deputySwitchedOn'])
  expect(approves()).toBe('messages.unknown')
  expect(mayApprove()).toBe(true)
  office.does('luc', floodOrder({ kind: 'real', receivedAt: office.stage.now }))
  expect(approves()).toBe('command.forbidden')
})

test('[A171] never the deputy themself, nor who was not confirmed', () => {
  office.gives('bruno', 'zoe', 'callTaker', 'roomLead')
  expect(gist(switchOn('zoe'))).toBe('access.deputy-switches-itself')
  const luc = { account: office.idOf('luc'), role: 'approver', until: null, reason: 'absent' } as const
  office.invites('anna', 'nadia', 'switchboard')
  expect(gist(office.does('nadia', { type: 'access.switchOnDeputy', ...luc }))).toBe('access.not-a-deputy')
})

test('[A172] it ends at its time, at the closure, by one press, with the deputy’s account or their dismissal', () => {
  switchOn('luc', office.stage.now + 4 * hour)
  office.stage.now += 4 * hour
  expect(approves()).toBe('command.forbidden')

  switchOn('luc')
  const deputy = { account: office.idOf('zoe'), role: 'approver' } as const
  office.does('luc', { type: 'access.switchOffDeputy', ...deputy })
  expect(approves()).toBe('command.forbidden')

  switchOn('luc')
  office.does('bruno', { type: 'access.dismissDeputy', ...deputy })
  expect(approves()).toBe('command.forbidden')

  office.does('anna', { type: 'access.nameDeputy', ...deputy, tokenHash: someHash() })
  office.confirms('bruno')
  switchOn('luc')
  expect(approves()).toBe('messages.unknown')
  office.does('luc', { type: 'activation.close', reason: 'fin' })
  expect(approves()).toBe('command.forbidden')
})

test('[A172] a time that is past begins nothing', () => {
  expect(gist(switchOn('luc', office.stage.now))).toBe('access.end-past')
})

test('[A170] a deputy at work gives nobody a right: the second person is one by right', () => {
  switchOn('luc')
  office.invites('anna', 'yves', 'approver')
  expect(gist(office.confirms('zoe'))).toBe('command.forbidden')
})
