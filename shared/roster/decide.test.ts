import { expect, test } from 'vitest'
import type { MemberId } from '#shared/lib/id.ts'
import { forgetSubject } from '#shared/privacy/forget.ts'
import { nameOfMember } from '#shared/roster/select.ts'
import { alice, member, recruit } from '../../test/support/members.ts'
import { player, Stage } from '../../test/support/stage.ts'
import { commandId } from '../../test/support/drafts.ts'

const nobody = `${commandId(99)}.0` as MemberId

function pool(stage: Stage) {
  return stage.state.standing.roster
}

test('[R30] a confirmed file adds, changes and removes in one act, under ids of its own command', () => {
  const stage = new Stage()
  const [kept, changed, gone] = recruit(stage, member(1), member(2), member(3)) as [
    MemberId,
    MemberId,
    MemberId,
  ]
  const said = stage.does(alice, {
    type: 'roster.import',
    members: [
      { id: kept, member: member(1) },
      { id: changed, member: member(2, { service: 'DDT' }) },
      { id: null, member: member(4) },
    ],
    remove: [gone],
  })
  expect(said).toMatchObject({
    events: [
      { type: 'roster.imported', added: 1, changed: 1, removed: 1 },
      { type: 'roster.memberRemoved', member: gone },
      { type: 'roster.memberChanged', member: changed, phonesChanged: false },
      { type: 'roster.memberAdded', member: expect.stringMatching(/\.0$/) },
    ],
  })
  expect(Object.keys(pool(stage).members)).toHaveLength(3)
  expect(pool(stage).members[changed]?.service).toBe('DDT')
})

test('[R31] a file that names a member who is not there, or one twice, changes nothing', () => {
  const stage = new Stage()
  const [one] = recruit(stage, member(1)) as [MemberId]
  const before = stage.state
  const unknown = stage.does(alice, {
    type: 'roster.import',
    members: [
      { id: null, member: member(2) },
      { id: nobody, member: member(3) },
    ],
    remove: [],
  })
  expect(unknown).toMatchObject({ refusal: { code: 'roster.unknown-member' } })
  const twice = stage.does(alice, {
    type: 'roster.import',
    members: [{ id: one, member: member(2) }],
    remove: [one],
  })
  expect(twice).toMatchObject({ refusal: { code: 'roster.named-twice' } })
  expect(stage.state).toBe(before)
})

test('[R32] the same person is not added twice, by a second import or by hand', () => {
  const stage = new Stage()
  recruit(stage, member(1, { lastName: 'Lœwe', firstName: 'Élodie' }))
  const twin = member(1, { lastName: 'LOEWE', firstName: 'Elodie', email: null })
  const lines = [{ id: null, member: twin }]
  expect(stage.does(alice, { type: 'roster.import', members: lines, remove: [] })).toMatchObject({
    refusal: { code: 'roster.already-there', detail: 'Élodie Lœwe' },
  })
  expect(stage.does(alice, { type: 'roster.add', member: twin })).toMatchObject({
    refusal: { code: 'roster.already-there' },
  })
  const both = [
    { id: null, member: member(5) },
    { id: null, member: member(5) },
  ]
  expect(stage.does(alice, { type: 'roster.import', members: both, remove: [] })).toMatchObject({
    refusal: { code: 'roster.already-there' },
  })
})

test('[R33] two people of one name with different numbers are two people', () => {
  const stage = new Stage()
  recruit(stage, member(1, { lastName: 'Petit' }))
  expect(stage.does(alice, { type: 'roster.add', member: member(2, { lastName: 'Petit' }) }).accepted).toBe(
    true,
  )
})

test('[R34] a change that changes nothing is not written down', () => {
  const stage = new Stage()
  const [one] = recruit(stage, member(1)) as [MemberId]
  const { phones, ...rest } = member(1)
  const shuffled = { phones: phones.map(({ kind, e164 }) => ({ e164, kind })), ...rest }
  expect(stage.does(alice, { type: 'roster.change', id: one, member: shuffled })).toMatchObject({
    events: [],
  })
})

test('[R35] who has left keeps a name for the crises that they were in', () => {
  const stage = new Stage()
  const [one] = recruit(stage, member(1)) as [MemberId]
  stage.does(alice, { type: 'roster.remove', id: one })
  expect(pool(stage).members[one]).toBeUndefined()
  expect(nameOfMember(pool(stage), one)).toEqual({ lastName: 'Nom0001', firstName: 'Camille' })
  expect(JSON.stringify(stage.state)).not.toContain('+33')
})

test('[R36] only HR and the administrator keep the pool', () => {
  const stage = new Stage()
  for (const role of ['switchboard', 'roomLead', 'teamLead', 'exerciseControl', 'quality'] as const) {
    expect(stage.does(player(2, role), { type: 'roster.add', member: member(1) })).toMatchObject({
      refusal: { code: 'command.forbidden' },
    })
  }
})

test('[U351] of a member who was erased nothing more is written, by hand or by a file; they still leave the pool', () => {
  const stage = new Stage()
  const [erased, other] = recruit(stage, member(1), member(2)) as [MemberId, MemberId]
  stage.state = forgetSubject(stage.state, erased)
  const refused = { refusal: { code: 'roster.erased' } }
  const changed = member(1, { service: 'DDT' })
  expect(stage.does(alice, { type: 'roster.change', id: erased, member: changed })).toMatchObject(refused)
  const lines = [
    { id: erased, member: changed },
    { id: other, member: member(2, { service: 'DDT' }) },
  ]
  expect(stage.does(alice, { type: 'roster.import', members: lines, remove: [] })).toMatchObject(refused)
  expect(JSON.stringify(stage.state)).not.toMatch(/Nom0001|DDT/)
  expect(stage.does(alice, { type: 'roster.remove', id: erased }).accepted).toBe(true)
})
