import { expect, test } from 'vitest'
import { predictCallin } from '#client/callin/predict.ts'
import { calledOf, heldBy } from '#shared/callin/select.ts'
import type { MemberId } from '#shared/lib/id.ts'
import type { You } from '#shared/sync/wire.ts'
import { Stage } from '../../test/support/stage.ts'
import { alice, member, recruit } from '../../test/support/members.ts'

const you: You = { person: alice.id, name: 'Alice Roux', roles: ['switchboard'], session: '' }
const until = Infinity

test('[K24] without the network the desk goes on: each answer brings the next member, and all of it is shown', () => {
  const stage = new Stage()
  const [one, two, three] = recruit(stage, member(1), member(2), member(3)) as [MemberId, MemberId, MemberId]
  stage.open()
  stage.does(alice, { type: 'callin.takeNext' })
  const said = (of: MemberId, outcome: 'coming30' | 'voicemail') => ({
    command: { type: 'callin.log', member: of, phone: 0, result: { outcome }, next: true } as const,
    at: stage.now,
    until,
  })
  const context = { standing: stage.state.standing, you }
  const { callin } = predictCallin(stage.it, [said(one, 'coming30'), said(two, 'voicemail')], context)
  expect(calledOf(callin, one).stand.is).toBe('coming')
  expect(calledOf(callin, two).tries).toHaveLength(1)
  expect(heldBy(callin, alice.id)).toBe(three)
  expect(heldBy(stage.it.callin, alice.id)).toBe(one)
})

test('[K24] what the rules refuse is left out of what is shown', () => {
  const stage = new Stage()
  const [one] = recruit(stage, member(1)) as [MemberId]
  stage.open()
  const act = { command: { type: 'callin.leave', member: one } as const, at: stage.now, until }
  expect(predictCallin(stage.it, [act], { standing: stage.state.standing, you })).toEqual(stage.it)
})
