import { expect, test } from 'vitest'
import { endOf } from '#shared/access/session.ts'
import { day, hour, minute } from '#shared/lib/time.ts'
import { initialState } from '#shared/state.ts'
import { foldJournal } from '#server/journal/fold.ts'
import { confirmsOn, FullJournal, recordedAt, server, withAccount } from '../../test/support/clock-cell.ts'
import { begin, HandMoved } from '../../test/support/timepieces.ts'

const ends = ({ dispatcher }: Pick<Awaited<ReturnType<typeof server>>, 'dispatcher'>) =>
  Object.values(dispatcher.state.access.sessions).map(endOf)

test.each([2 * day, 120 * day])(
  '[Z26] a start under a clock that is %d ms ahead signs nobody out, and once it is set right sessions end when they should have',
  async (ahead) => {
    const journal = await recordedAt(begin - hour)
    const machine = new HandMoved()
    machine.jumps(ahead)
    const lone = await server({ journal, machine })
    await lone.keeper.look()
    expect(ends(lone)[0]).toBeGreaterThan(begin + ahead)
    machine.passes(hour)
    await lone.signsIn('c')
    machine.jumps(-ahead)
    await lone.keeper.look()
    await confirmsOn(lone)
    await lone.keeper.look()
    expect(lone.clock.now()).toBe(begin + hour)
    // Of a session whose end nobody has seen, a watch at most is left.
    expect(ends(lone)).toEqual([begin + 8 * hour, begin + hour + day])
    expect(await foldJournal(journal, initialState)).toEqual(lone.dispatcher.state)
  },
)

test('[Z26] a session opened under a clock that was ahead lasts no longer for it, though nobody decides which clock was right', async () => {
  const ahead = 2 * day
  const journal = await recordedAt(begin + ahead - hour, begin + ahead)
  const lone = await server({ journal })
  await lone.keeper.look()
  expect(ends(lone)).toEqual([begin + day - hour, begin + day])
  lone.machine.passes(hour)
  await lone.signsIn('c')
  await confirmsOn(lone)
  await lone.keeper.look()
  expect(lone.clockState()).toMatchObject({ doubts: {}, corrections: [{ by: -ahead }] })
  expect(ends(lone)).toEqual([begin + day - hour, begin + day, begin + hour + day])
})

test('[Z26] a machine that had slept unseen signs nobody out when its clock is believed', async () => {
  const { machine, keeper, signsIn, clockState, says, dispatcher } = await server()
  await signsIn('a')
  machine.passes(hour)
  machine.jumps(2 * day)
  await keeper.look()
  await confirmsOn({ clockState, says })
  await keeper.look()
  expect(ends({ dispatcher })).toEqual([begin + hour + 2 * day + 8 * hour])
})

test('[Z26] whose session had ended before the silence stays signed out', async () => {
  const journal = await recordedAt(begin - 30 * hour, begin - hour)
  const machine = new HandMoved()
  machine.jumps(2 * day)
  const lone = await server({ journal, machine })
  await lone.keeper.look()
  expect(ends(lone).map((end) => end > lone.clock.now())).toEqual([false, true])
})

test('[Z26] as long as the journal cannot store that sessions are held, none is told to have ended', async () => {
  const journal = new FullJournal()
  await withAccount(begin, journal)
  await (await server({ journal })).signsIn('a')
  const machine = new HandMoved()
  machine.jumps(2 * day)
  const lone = await server({ journal, machine })
  journal.refuses = 1
  await lone.keeper.look()
  expect(lone.areSessionsHeld()).toBe(false)
  await lone.keeper.look()
  expect(lone.areSessionsHeld()).toBe(true)
  expect(ends(lone)[0]).toBeGreaterThan(lone.clock.now())
})

test('[Z26] a jump that ends nobody’s session prolongs none', async () => {
  const { machine, keeper, signsIn, all } = await server()
  await signsIn('a')
  machine.jumps(hour)
  await keeper.look()
  machine.passes(10 * minute)
  await keeper.look()
  const told = (await all()).map(({ event }) => event.type)
  expect(told).toContain('clock.corrected')
  expect(told).not.toContain('access.sessionsHeld')
})

test('[Z26] nobody is signed out between a step of the clock and its being recorded', async () => {
  const { machine, clock, keeper, signsIn, clockState, says, dispatcher } = await server()
  await signsIn('a')
  machine.jumps(2 * day)
  await keeper.look()
  await confirmsOn({ clockState, says })
  const seen: boolean[] = []
  const adopting = keeper.look()
  for (let turn = 0; turn < 50; turn += 1) {
    await Promise.resolve()
    seen.push(ends({ dispatcher }).every((end) => end > clock.now()))
  }
  await adopting
  expect(clock.now()).toBe(begin + 2 * day)
  expect(new Set(seen)).toEqual(new Set([true]))
})

test('[Z26] a session is prolonged over one silence, not over each', async () => {
  const journal = await recordedAt(begin)
  const machine = new HandMoved()
  for (const rest of [day + hour, 9 * hour]) {
    machine.passes(rest)
    const next = await server({ journal, machine })
    await next.keeper.look()
    expect(ends(next)[0]).toBe(begin + day + hour + 8 * hour)
  }
})

test('[Z26] a journal that was put back prolongs none of its sessions: which were closed since nobody knows', async () => {
  const journal = await recordedAt(begin - hour)
  const machine = new HandMoved()
  machine.jumps(2 * day)
  const lone = await server({ journal, machine, isRestored: true })
  await lone.keeper.look()
  expect(ends(lone)).toEqual([begin - hour + day])
  expect(lone.areSessionsHeld()).toBe(true)
})
