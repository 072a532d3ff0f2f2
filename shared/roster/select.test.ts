import { expect, test } from 'vitest'
import type { MemberId } from '#shared/lib/id.ts'
import { forgetMember } from '#shared/roster/evolve.ts'
import { membersInCallOrder, nameOfMember } from '#shared/roster/select.ts'
import { alice, member, recruit } from '../../test/support/members.ts'
import { Stage } from '../../test/support/stage.ts'

test('[R37] the call order is HR’s rank, then the trained, then the near; unknown distances come last', () => {
  const stage = new Stage()
  recruit(
    stage,
    member(1, { distanceKm: null }),
    member(2, { distanceKm: 40 }),
    member(3, { distanceKm: null, travelMinutes: 15 }),
    member(4, { distanceKm: 90, trainedOn: '2026-03-01' }),
    member(5, { distanceKm: 200, rank: 2 }),
    member(6, { distanceKm: 300, rank: 1 }),
  )
  const order = membersInCallOrder(stage.state.standing.roster).map(([, { personal }]) => personal?.lastName)
  expect(order).toEqual(['Nom0006', 'Nom0005', 'Nom0004', 'Nom0003', 'Nom0002', 'Nom0001'])
})

test('[R38] an erased member keeps a place and loses name and numbers, in the pool or gone from it', () => {
  const stage = new Stage()
  const [here, gone] = recruit(stage, member(1), member(2)) as [MemberId, MemberId]
  stage.does(alice, { type: 'roster.remove', id: gone })
  const { roster } = stage.state.standing
  const erased = forgetMember(forgetMember(roster, here), gone)
  expect(JSON.stringify(erased)).not.toMatch(/Nom000|\+33|exemple/)
  expect(nameOfMember(erased, here)).toBeNull()
  expect(Object.keys(erased.members)).toEqual([here])
})
