import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { audienceOf } from '#shared/access/visibility.ts'
import { roles } from '#shared/access/roles.ts'
import { initialState } from '#shared/state.ts'
import { evolveView, viewEntry, viewState } from '#shared/sync/view.ts'
import { alice, member, recruit } from '../../test/support/members.ts'
import { player, Stage } from '../../test/support/stage.ts'

const cleared = new Set<string>(['switchboard', 'roomLead', 'civilProtection', 'hr', 'admin'])

test('[R39] contacts are for those who call or keep the pool; others see the names', () => {
  const stage = new Stage()
  recruit(stage, member(1), member(2))
  for (const role of roles) {
    const seen = JSON.stringify(viewState(stage.state, { audience: audienceOf([role]), crisis: null }))
    expect([role, seen.includes('+33')]).toEqual([role, cleared.has(role)])
    expect([role, seen.includes('exemple.test')]).toEqual([role, cleared.has(role)])
    expect(seen).toContain('Nom0001')
  }
})

test('[R39] exercise control sees contacts in the exercise that it plays, and in no real crisis', () => {
  const stage = new Stage()
  recruit(stage, member(1))
  const sees = (followed: Parameters<typeof audienceOf>[1]) => {
    const viewpoint = { audience: audienceOf(['exerciseControl'], followed), crisis: null }
    const seen = [
      viewState(stage.state, viewpoint),
      stage.entries.map((entry) => viewEntry(entry, viewpoint)),
    ]
    return JSON.stringify(seen).includes('+33')
  }
  expect(sees({ kind: 'exercise' })).toBe(true)
  expect(sees({ kind: 'real' })).toBe(false)
  expect(sees(null)).toBe(false)
})

const step = fc.record({ deed: fc.constantFrom('add', 'change', 'remove', 'erase', 'call'), n: fc.nat(8) })

test('[R39] folding what a console receives gives what it is shown', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.constantFrom(...roles), (steps, role) => {
      const stage = new Stage()
      recruit(stage, member(20), member(21))
      stage.open()
      for (const { deed, n } of steps) play(stage, deed, n)
      const viewpoint = { audience: audienceOf([role]), crisis: stage.crisis }
      const received = stage.entries.flatMap((entry) => viewEntry(entry, viewpoint) ?? [])
      const folded = received.reduce(
        (state, entry) => evolveView(state, entry, viewpoint.crisis),
        viewState(initialState, viewpoint),
      )
      expect({ ...folded, seq: 0 }).toEqual({ ...viewState(stage.state, viewpoint), seq: 0 })
    }),
    { seed: 2026, numRuns: 60 },
  )
})

function play(stage: Stage, deed: string, n: number): void {
  const ids = Object.keys(stage.state.standing.roster.members)
  const id = ids[n % Math.max(1, ids.length)] as never
  if (deed === 'add') stage.does(alice, { type: 'roster.add', member: member(n) })
  if (id === undefined) return
  if (deed === 'change') stage.does(alice, { type: 'roster.change', id, member: member(n + 40) })
  if (deed === 'remove') stage.does(alice, { type: 'roster.remove', id })
  if (deed === 'erase') {
    stage.does(player(2, 'admin'), { type: 'privacy.erase', subject: id, reason: 'départ' })
  }
  if (deed === 'call') {
    const result = { outcome: 'wrongNumber' } as const
    stage.does(alice, { type: 'callin.log', member: id, phone: n % 2, result, next: true })
  }
}
