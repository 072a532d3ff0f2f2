import { expect, test } from 'vitest'
import { evolve, evolveAll, runsOf } from '#shared/evolve.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import { evolveAllView, evolveView } from '#shared/sync/view.ts'
import { commandId, noted } from '../../test/support/drafts.ts'
import { alice, member, recruit } from '../../test/support/members.ts'
import { Stage } from '../../test/support/stage.ts'

/** A pool of three of whom one changes, while three enter and one leaves. */
function imported() {
  const stage = new Stage()
  const [one, two] = recruit(stage, member(1), member(2), member(3))
  const before = stage.state
  const said = stage.does(alice, {
    type: 'roster.import',
    members: [
      ...(one === undefined ? [] : [{ id: one, member: member(1, { service: 'DDT' }) }]),
      ...[4, 5, 6].map((n) => ({ id: null, member: member(n) })),
    ],
    remove: two === undefined ? [] : [two],
  })
  const events = said.accepted ? said.events : []
  const entries = events.map((event, n) => ({
    ...noted(n),
    command: commandId(9),
    crisis: null,
    at: before.seq + n,
    seq: before.seq + 1 + n,
    event,
  })) as readonly LiveEntry[]
  return { before, entries }
}

test('[R246] a list of members is folded at once, and gives what folding it one by one does', () => {
  const { before, entries } = imported()
  expect(runsOf(entries).map((run) => run.length)).toEqual([1, 1, 4])
  expect(evolveAll(before, entries)).toEqual(entries.reduce(evolve, before))
  expect(evolveAllView(before, entries, null)).toEqual(
    entries.reduce((state, entry) => evolveView(state, entry, null), before),
  )
})
