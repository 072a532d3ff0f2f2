import { beforeEach, expect, test } from 'vitest'
import { joinHalves } from '#shared/access/halves.ts'
import { liveSession } from '#shared/access/select.ts'
import { day, hour } from '#shared/lib/time.ts'
import { gist } from '../../test/support/stage.ts'
import { Office, someHash } from '../../test/support/two-administrators.ts'

let office: Office

beforeEach(() => {
  office = Office.ofTwo()
})

test('[A163] with two administrators one alone gives nobody the right to approve, write or administer', () => {
  for (const role of ['approver', 'comms', 'admin'] as const) {
    expect(gist(office.invites('anna', `new-${role.toLowerCase()}`, role))).toEqual([
      'access.requested',
      'access.halfKept',
    ])
  }
  office.invites('anna', 'karim', 'callTaker')
  expect(gist(office.gives('anna', 'karim', 'callTaker', 'approver'))).toContain('access.requested')
  expect(office.person('karim').roles).toEqual(['callTaker'])
  expect(Object.values(office.stage.state.standing.people).map(({ login }) => login)).toEqual([
    'anna',
    'bruno',
    'karim',
  ])
})

test('[A163] nobody confirms what they asked for, whatever else they are', () => {
  office.gives('bruno', 'anna', 'admin', 'approver')
  office.confirms('anna')
  office.invites('anna', 'zoe', 'comms')
  expect(gist(office.confirms('anna'))).toBe('access.own-request')
})

test('[A163] another administrator or the approver says yes, and it is done', () => {
  office.invites('anna', 'zoe', 'approver')
  office.confirms('bruno')
  expect(office.person('zoe')).toMatchObject({ roles: ['approver'], alone: null })
  office.invites('bruno', 'yves', 'comms')
  expect(gist(office.confirms('zoe'))).toContain('access.accountCreated')
})

test('[A163] a call taker confirms nothing', () => {
  office.invites('anna', 'karim', 'callTaker')
  office.invites('anna', 'zoe', 'comms')
  expect(gist(office.confirms('karim'))).toBe('command.forbidden')
})

test('[A164] neither who asked nor who confirmed holds what opens the account: it takes both halves', () => {
  const [half, code] = [someHash(), someHash()]
  const invitation = { login: 'zoe', name: 'Zoé', tokenHash: half }
  office.does('anna', { type: 'access.createAccount', ...invitation, roles: ['approver'] })
  office.confirms('bruno', office.request, code)
  const whole = office.account('zoe')?.invitation?.tokenHash
  expect(whole).toBe(joinHalves(half, code))
  expect([half, code]).not.toContain(whole)
})

test('[A164] an approver’s new link needs two, and ends the password and the sessions that there were', () => {
  office.invites('anna', 'zoe', 'approver')
  office.confirms('bruno')
  office.signsIn('zoe')
  const link = { tokenHash: someHash() }
  const zoe = office.idOf('zoe')
  expect(gist(office.does('anna', { type: 'access.reissueInvitation', account: zoe, ...link }))).toContain(
    'access.requested',
  )
  expect(office.account('zoe')?.invitation?.tokenHash).not.toBe(link.tokenHash)
  office.confirms('bruno')
  expect(office.account('zoe')?.verifier).toBeNull()
  expect(Object.values(office.stage.state.access.sessions).filter(({ account }) => account === zoe)).toEqual(
    [],
  )
})

test('[A164] an account that one person opened is opened anew when it is given the right to approve', () => {
  office.invites('anna', 'karim', 'callTaker')
  office.opens('karim')
  office.gives('anna', 'karim', 'callTaker', 'approver')
  office.confirms('bruno')
  expect(office.account('karim')).toMatchObject({ verifier: null, linkBy: null })
})

test('[A164] an account opened by two keeps its password when it is given more', () => {
  office.invites('anna', 'zoe', 'comms')
  office.confirms('bruno')
  office.gives('anna', 'zoe', 'comms', 'approver')
  expect(gist(office.confirms('bruno'))).toEqual(['access.confirmed', 'access.accountChanged'])
})

test('[A204] a password that was replaced while it was being held opens nothing, and changes nothing', () => {
  office.invites('anna', 'karim', 'callTaker')
  office.opens('karim')
  const account = office.idOf('karim')
  const held = office.account('karim')?.verifier ?? ''
  const session = {
    account,
    verifier: held,
    session: someHash(),
    expiresAt: office.stage.now + hour,
    agent: '',
  }
  expect(gist(office.machine({ type: 'access.openSession', ...session }))).toEqual(['access.sessionOpened'])
  const present = { verifier: held, session: session.session }
  const another = { account, verifier: '$argon2id$another', tokenHash: null, present }
  office.does('karim', { type: 'access.revokeSessions', account, except: null })
  expect(gist(office.machine({ type: 'access.setPassword', ...another }))).toBe('access.changed-meanwhile')

  office.does('anna', { type: 'access.reissueInvitation', account, tokenHash: someHash() })
  const tokenHash = office.account('karim')?.invitation?.tokenHash ?? ''
  office.machine({
    type: 'access.setPassword',
    account,
    verifier: '$argon2id$third',
    tokenHash,
    present: null,
  })
  const late = { ...session, session: someHash() }
  expect(gist(office.machine({ type: 'access.openSession', ...late }))).toBe('access.changed-meanwhile')
})

test('[A164] an account re-linked by one person between the request and the yes stays as it was', () => {
  office.invites('anna', 'zoe', 'comms')
  office.confirms('bruno')
  office.gives('anna', 'zoe', 'callTaker')
  office.gives('anna', 'zoe', 'callTaker', 'approver')
  const link = { tokenHash: someHash() }
  office.does('anna', { type: 'access.reissueInvitation', account: office.idOf('zoe'), ...link })
  expect(gist(office.confirms('bruno'))).toBe('access.changed-meanwhile')
})

test('[A165] alone, an administrator’s grave act goes through, is marked, and another lifts the mark', () => {
  office = Office.ofOne()
  expect(gist(office.invites('anna', 'zoe', 'approver'))).toContain('access.givenAlone')
  expect(office.person('zoe').alone).toMatchObject({ by: office.idOf('anna') })
  const vouch = (login: string) => office.does(login, { type: 'access.vouch', account: office.idOf('zoe') })
  expect(gist(vouch('anna'))).toBe('access.not-independent')
  expect(gist(vouch('zoe'))).toBe('access.not-independent')
  office.machine({ type: 'access.recover', login: 'bruno', tokenHash: someHash() })
  expect(gist(vouch('bruno'))).toBe('access.not-independent')
  office.opens('bruno')
  office.does('anna', { type: 'access.vouch', account: office.idOf('bruno') })
  // Anna may still hold zoe's link: a word lent now would be hers.
  expect(gist(vouch('bruno'))).toBe('access.not-opened')
  office.opens('zoe')
  expect(gist(vouch('bruno'))).toEqual(['access.vouched'])
})

test('[A165] an administrator that one person made alone lifts no mark for them, asking or confirming', () => {
  office = Office.ofOne()
  office.invites('anna', 'puppet', 'admin')
  office.signsIn('puppet')
  office.invites('anna', 'zoe', 'approver')
  office.confirms('puppet')
  expect(office.person('zoe').alone).not.toBeNull()
  office.invites('puppet', 'yves', 'approver')
  office.confirms('anna')
  expect(office.person('yves').alone).not.toBeNull()
})

test('[A165] recovery from the machine says itself: the account bears the mark until somebody vouches', () => {
  const link = { tokenHash: someHash() }
  office.machine({ type: 'access.recover', login: 'anna', ...link })
  expect(office.person('anna').alone).toMatchObject({ by: 'system' })
})

test('[A166] closing the other administrator’s account does not make one alone for a week', () => {
  office.does('anna', { type: 'access.closeAccount', account: office.idOf('bruno') })
  office.stage.now += 6 * day
  expect(gist(office.invites('anna', 'zoe', 'approver'))).toContain('access.requested')
  office.stage.now += 2 * day
  expect(gist(office.invites('anna', 'yves', 'approver'))).toContain('access.givenAlone')
})

test('[A166] nor does taking the role away, nor erasing the closed account', () => {
  office.gives('anna', 'bruno', 'callTaker')
  expect(gist(office.invites('anna', 'zoe', 'approver'))).toContain('access.requested')
  const bruno = office.idOf('bruno')
  office.does('anna', { type: 'access.closeAccount', account: bruno })
  office.does('anna', { type: 'privacy.erase', subject: bruno, reason: 'départ' })
  expect(gist(office.invites('anna', 'yves', 'approver'))).toContain('access.requested')
})

test('[A166] an administrator not seen for ninety days is not the second one', () => {
  office.stage.now += 89 * day
  office.signsIn('anna')
  expect(gist(office.invites('anna', 'zoe', 'approver'))).toContain('access.requested')
  office.stage.now += 2 * day
  expect(gist(office.invites('anna', 'yves', 'approver'))).toContain('access.givenAlone')
})

test('[A167] a request is answered once: two who confirm at once, the same twice, and after it was taken back', () => {
  office.invites('anna', 'zoe', 'approver')
  const { request } = office
  office.confirms('bruno', request)
  expect(gist(office.confirms('bruno', request))).toBe('access.request-gone')
  office.invites('anna', 'yves', 'approver')
  const second = office.request
  expect(gist(office.does('bruno', { type: 'access.withdraw', request: second }))).toBe('access.not-yours')
  office.does('anna', { type: 'access.withdraw', request: second })
  expect(gist(office.confirms('bruno', second))).toBe('access.request-gone')
  expect(office.stage.state.access.halves).toEqual({})
})

test('[A167] declined it is over, and says why', () => {
  office.invites('anna', 'zoe', 'approver')
  const { request } = office
  const declined = office.does('bruno', { type: 'access.decline', request, reason: 'pas lui' })
  expect(gist(declined)).toEqual(['access.declined'])
  expect(gist(office.confirms('bruno', request))).toBe('access.request-gone')
})

test('[A201] every link stands for seven days, whatever its console asked for', () => {
  const ends = (login: string) => (office.account(login)?.invitation?.expiresAt ?? 0) - office.stage.now
  const tenYears = { expiresAt: office.stage.now + 3_650 * day } as object
  const asked = { tokenHash: someHash(), ...tenYears }
  office.machine({ type: 'access.recover', login: 'rita', ...asked })
  office.does('anna', {
    type: 'access.createAccount',
    login: 'karim',
    name: 'Karim',
    roles: ['callTaker'],
    ...asked,
  })
  office.does('anna', {
    type: 'access.createAccount',
    login: 'zoe',
    name: 'Zoé',
    roles: ['approver'],
    ...asked,
  })
  const confirm = { request: office.request, codeHash: someHash(), ...tenYears }
  office.does('bruno', { type: 'access.confirm', ...confirm })
  expect(['rita', 'karim', 'zoe'].map(ends)).toEqual([7 * day, 7 * day, 7 * day])
  office.stage.now += day
  office.does('anna', { type: 'access.reissueInvitation', account: office.idOf('karim'), ...asked })
  expect(ends('karim')).toBe(7 * day)
})

test('[A202] a request that has lapsed leaves no half of a link behind', () => {
  const halves = () => Object.keys(office.stage.state.access.halves)
  office.invites('anna', 'zoe', 'approver')
  expect(halves()).toHaveLength(1)
  const [lapsed] = halves()
  office.stage.now += 25 * hour
  office.invites('anna', 'yves', 'approver')
  expect(halves()).toHaveLength(1)
  expect(halves()).not.toContain(lapsed)
})

test('[A167] after a day it has lapsed, and leaves with the next one', () => {
  office.invites('anna', 'zoe', 'approver')
  const { request } = office
  office.stage.now += 25 * hour
  expect(gist(office.confirms('bruno', request))).toBe('access.request-expired')
  office.invites('anna', 'yves', 'approver')
  expect(office.request).not.toBe(request)
})

test('[A167] it rests on what was true: the roles of the account, of who asked and of who confirms', () => {
  office.invites('anna', 'karim', 'callTaker')
  office.gives('anna', 'karim', 'callTaker', 'comms')
  office.does('anna', { type: 'access.closeAccount', account: office.idOf('karim') })
  expect(gist(office.confirms('bruno'))).toBe('access.account-closed')

  office = Office.ofTwo()
  office.invites('anna', 'zoe', 'approver')
  office.gives('bruno', 'anna', 'callTaker')
  expect(gist(office.confirms('bruno'))).toBe('access.request-void')

  office = Office.ofTwo()
  office.invites('anna', 'zoe', 'approver')
  const { request } = office
  const bruno = { id: office.idOf('bruno'), roles: office.person('bruno').roles }
  office.gives('anna', 'bruno', 'callTaker')
  // As it was read when the click left the console.
  const late = { type: 'access.confirm', request, codeHash: someHash() } as const
  expect(gist(office.stage.does(bruno, late))).toBe('command.forbidden')
})

test('[A167] a login taken meanwhile refuses the yes', () => {
  office.invites('anna', 'zoe', 'approver')
  const { request } = office
  office.invites('bruno', 'zoe', 'callTaker')
  expect(gist(office.confirms('bruno', request))).toBe('access.login-taken')
})

test('[A167] a forged half brings no link: what the second person’s console sends is joined with the first’s', () => {
  office.invites('anna', 'zoe', 'approver')
  const own = someHash()
  office.confirms('bruno', office.request, own)
  expect(office.account('zoe')?.invitation?.tokenHash).not.toBe(own)
  expect(liveSession(office.stage.state.access, own, office.stage.now)).toBeNull()
})
