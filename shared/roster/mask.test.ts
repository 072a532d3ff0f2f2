import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { audienceOf } from '#shared/access/visibility.ts'
import { roles } from '#shared/access/roles.ts'
import { initialState } from '#shared/state.ts'
import { evolveView, viewEntry, viewState } from '#shared/sync/view.ts'
import { member, recruit } from '../../test/support/members.ts'
import { Cell } from '../../test/support/cell.ts'

const cleared = new Set<string>([
  'switchboard',
  'roomLead',
  'civilProtection',
  'hr',
  'exerciseControl',
  'admin',
])

test('[R39] contacts are for those who call or keep the pool; others see the names', () => {
  const cell = new Cell()
  recruit(cell, member(1), member(2))
  for (const role of roles) {
    const seen = JSON.stringify(viewState(cell.state, { audience: audienceOf([role]), crisis: null }))
    expect([role, seen.includes('+33')]).toEqual([role, cleared.has(role)])
    expect([role, seen.includes('exemple.test')]).toEqual([role, cleared.has(role)])
    expect(seen).toContain('Nom0001')
  }
})

const step = fc.record({ deed: fc.constantFrom('add', 'change', 'remove', 'erase', 'call'), n: fc.nat(8) })

test('[R39] folding what a console receives gives what it is shown', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.constantFrom(...roles), (steps, role) => {
      const cell = new Cell()
      recruit(cell, member(20), member(21))
      cell.activate()
      for (const { deed, n } of steps) play(cell, deed, n)
      const viewpoint = { audience: audienceOf([role]), crisis: cell.crisisId }
      const received = cell.entries.flatMap((entry) => viewEntry(entry, viewpoint) ?? [])
      const folded = received.reduce(
        (state, entry) => evolveView(state, entry, viewpoint.crisis),
        viewState(initialState, viewpoint),
      )
      expect({ ...folded, seq: 0 }).toEqual({ ...viewState(cell.state, viewpoint), seq: 0 })
    }),
    { seed: 2026, numRuns: 60 },
  )
})

function play(cell: Cell, deed: string, n: number): void {
  const ids = Object.keys(cell.state.standing.roster.members)
  const id = ids[n % Math.max(1, ids.length)] as never
  if (deed === 'add') cell.submit({ type: 'roster.add', member: member(n) })
  if (id === undefined) return
  if (deed === 'change') cell.submit({ type: 'roster.change', id, member: member(n + 40) })
  if (deed === 'remove') cell.submit({ type: 'roster.remove', id })
  if (deed === 'erase') {
    cell.submit({ type: 'privacy.erase', subject: id, reason: 'départ' }, { roles: ['admin'] })
  }
  if (deed === 'call') {
    const result = { outcome: 'wrongNumber' } as const
    cell.submit({ type: 'callin.log', member: id, phone: n % 2, result, next: true })
  }
}
