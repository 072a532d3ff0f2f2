import { expect, test } from 'vitest'
import { predictCallin } from '#client/callin/predict.ts'
import { calledOf, heldBy } from '#shared/callin/select.ts'
import type { MemberId } from '#shared/lib/id.ts'
import type { You } from '#shared/sync/wire.ts'
import { alice, Cell } from '../../test/support/cell.ts'
import { member, recruit } from '../../test/support/members.ts'

const you: You = { person: alice, name: 'Alice Roux', roles: ['switchboard'], session: '' }
const until = Infinity

test('[K24] without the network the desk goes on: each answer brings the next member, and all of it is shown', () => {
  const cell = new Cell()
  const [one, two, three] = recruit(cell, member(1), member(2), member(3)) as [MemberId, MemberId, MemberId]
  cell.activate()
  cell.submit({ type: 'callin.takeNext' })
  const said = (of: MemberId, outcome: 'coming30' | 'voicemail') => ({
    command: { type: 'callin.log', member: of, phone: 0, result: { outcome }, next: true } as const,
    at: cell.now,
    until,
  })
  const context = { standing: cell.state.standing, you }
  const { callin } = predictCallin(cell.crisis, [said(one, 'coming30'), said(two, 'voicemail')], context)
  expect(calledOf(callin, one).stand.is).toBe('coming')
  expect(calledOf(callin, two).tries).toHaveLength(1)
  expect(heldBy(callin, alice)).toBe(three)
  expect(heldBy(cell.crisis.callin, alice)).toBe(one)
})

test('[K24] what the rules refuse is left out of what is shown', () => {
  const cell = new Cell()
  const [one] = recruit(cell, member(1)) as [MemberId]
  cell.activate()
  const act = { command: { type: 'callin.leave', member: one } as const, at: cell.now, until }
  expect(predictCallin(cell.crisis, [act], { standing: cell.state.standing, you })).toEqual(cell.crisis)
})
