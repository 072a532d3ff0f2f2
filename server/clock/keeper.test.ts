import { expect, test } from 'vitest'
import { timesOf, isTimeBelieved } from '#shared/clock/select.ts'
import { day, hour, minute, second } from '#shared/lib/time.ts'
import { initialState } from '#shared/state.ts'
import { foldJournal } from '#server/journal/fold.ts'
import { MemoryJournal } from '#server/journal/memory.ts'
import {
  admin,
  alice,
  confirmsOn,
  FullJournal,
  recordedAt,
  server,
  withAccount,
} from '../../test/support/clock-cell.ts'
import { begin, HandMoved } from '../../test/support/timepieces.ts'

test('[Z3] a jump for a moment is told, no entry bears its time, and its end is told', async () => {
  const { machine, keeper, signsIn, clockState, all } = await server()
  await keeper.look()
  machine.jumps(2 * day)
  await keeper.look()
  expect(Object.values(clockState().doubts)).toMatchObject([{ drift: 2 * day, isConfirmed: false }])
  expect(isTimeBelieved(clockState())).toBe(false)
  await signsIn('a')
  machine.passes(minute)
  machine.jumps(-2 * day)
  await keeper.look()
  expect(clockState()).toEqual({ doubts: {}, corrections: [] })
  const entries = (await all()).slice(1)
  expect(entries.map(({ event }) => event.type)).toEqual([
    'clock.doubted',
    'access.sessionOpened',
    'clock.settled',
  ])
  expect(entries.every(({ at }) => at < begin + hour)).toBe(true)
})

test('[Z4] a small jump that lasts is followed: what was recorded meanwhile is named, with by how much', async () => {
  const { machine, clock, keeper, signsIn, clockState, dispatcher } = await server()
  await signsIn('a')
  machine.passes(minute)
  machine.jumps(2 * hour)
  await keeper.look()
  await signsIn('b')
  machine.passes(9 * minute)
  await keeper.look()
  expect(clockState().corrections).toEqual([])
  machine.passes(minute)
  await keeper.look()
  expect(clockState()).toMatchObject({ doubts: {}, corrections: [{ first: 3, last: 4, by: 2 * hour }] })
  expect(clock.now()).toBe(begin + 2 * hour + 11 * minute)
  const opened = Object.values(dispatcher.state.access.sessions).map(({ opened }) => opened.at)
  expect(opened).toEqual([begin, begin + 2 * hour + minute])
})

test('[Z4] an administrator may say that the clock is right: of the jump that was shown, and at once', async () => {
  const { machine, clock, keeper, says, clockState } = await server()
  machine.jumps(hour)
  await keeper.look()
  const [node = ''] = Object.keys(clockState().doubts)
  expect(await says({ type: 'clock.confirm', node, drift: 2 * hour }, admin)).toMatchObject({
    refusal: { code: 'clock.not-doubted' },
  })
  expect(await says({ type: 'clock.confirm', node, drift: hour }, admin)).toMatchObject({
    status: 'accepted',
  })
  expect(isTimeBelieved(clockState())).toBe(true)
  await keeper.look()
  expect(clockState().doubts).toEqual({})
  expect(clock.now()).toBe(begin + hour)
})

test('[Z5] with others to ask, a clock that is alone with its time is not believed however long it lasts', async () => {
  const machine = { now: begin }
  const { machine: mine, clock, keeper, clockState } = await server({ elsewhere: () => machine.now })
  mine.jumps(3 * hour)
  mine.passes(30 * minute)
  machine.now += 30 * minute
  await keeper.look()
  expect(clock.now()).toBe(begin + 30 * minute)
  machine.now += 3 * hour
  await keeper.look()
  expect(clock.now()).toBe(begin + 3 * hour + 30 * minute)
  expect(clockState().doubts).toEqual({})
})

test('[Z6] a server that had started under a clock that was ahead: when it is set right, everything since is corrected', async () => {
  const { machine, clock, keeper, signsIn, clockState, dispatcher } = await server()
  await signsIn('a')
  machine.passes(hour)
  await signsIn('b')
  machine.jumps(-2 * hour)
  machine.passes(second)
  await keeper.look()
  machine.passes(10 * minute)
  await keeper.look()
  expect(clockState().corrections).toMatchObject([{ first: 2, by: -2 * hour, isAtLeast: false }])
  const sessions = Object.values(dispatcher.state.access.sessions)
  expect(sessions.map(({ opened }) => opened.at)).toEqual([begin - 2 * hour, begin - hour])
  expect(sessions.map(({ term }) => term.lasts)).toEqual([day, day])
  expect(clock.now()).toBe(begin - hour + second + 10 * minute)
})

test('[Z7] a journal that is ahead of the clock at the start: new entries bear the true time, sessions hold, the old ones are corrected', async () => {
  const journal = await recordedAt(begin - hour, begin + 2 * hour, begin + 2 * hour + minute)
  const { machine, keeper, signsIn, clockState, dispatcher, all } = await server({ journal })
  await keeper.look()
  await signsIn('c')
  expect((await all()).at(-1)?.at).toBe(begin)
  // Nobody is thrown out by whoever signs in.
  expect(Object.keys(dispatcher.state.access.sessions)).toHaveLength(4)
  machine.passes(10 * minute)
  await keeper.look()
  // What was recorded since bears the true time, and keeps it.
  expect(dispatcher.state.access.accounts[alice]?.lastSignInAt).toBe(begin)
  const by = -(2 * hour + minute)
  expect(clockState()).toMatchObject({
    doubts: {},
    corrections: [{ first: 3, last: 4, by, isAtLeast: true }],
  })
  expect((await all()).map((entry) => timesOf(clockState(), entry)).slice(1, 5)).toEqual([
    { at: begin - hour, recordedAt: null },
    { at: begin - minute, recordedAt: begin + 2 * hour },
    { at: begin, recordedAt: begin + 2 * hour + minute },
    { at: begin, recordedAt: null },
  ])
})

test('[Z7] what the fold of the journal gives afterwards is what the server held', async () => {
  const journal = await recordedAt(begin - hour, begin + 2 * hour)
  const { machine, keeper, signsIn, dispatcher } = await server({ journal })
  await keeper.look()
  await signsIn('c')
  machine.passes(10 * minute)
  await keeper.look()
  expect(await foldJournal(journal, initialState)).toEqual(dispatcher.state)
})

test('[Z8] what a server that died has left in doubt is settled by the next one', async () => {
  const journal = new MemoryJournal()
  const first = await server({ journal })
  first.machine.jumps(day)
  await first.keeper.look()
  const next = await server({ journal })
  expect(isTimeBelieved(next.clockState())).toBe(false)
  await next.keeper.look()
  expect(next.clockState().doubts).toEqual({})
})

test('[Z15] while the clock that servers share does not answer nothing is believed, however long it lasts, and no doubt of another is settled', async () => {
  let shared: number | null = begin + 30 * minute
  const journal = await withAccount()
  const elsewhere = () => shared
  const ahead = await server({ journal, elsewhere })
  ahead.machine.jumps(3 * hour)
  ahead.machine.passes(30 * minute)
  await ahead.keeper.look()
  const machine = new HandMoved()
  machine.passes(30 * minute)
  const other = await server({ journal, machine, elsewhere })
  shared = null
  await other.keeper.look()
  expect(other.clockState().doubts).toEqual(ahead.clockState().doubts)
  await ahead.keeper.look()
  expect(Object.keys(ahead.clockState().doubts)).toHaveLength(1)
  expect(ahead.clock.now()).toBe(begin + 30 * minute)
})

test('[Z16] two servers whose clocks are set right together correct each entry once, and only those of the wrong time', async () => {
  const journal = await withAccount()
  const one = await server({ journal })
  await one.signsIn('a')
  one.machine.passes(minute + 7)
  const other = await server({ journal })
  other.machine.passes(minute + 7)
  await other.signsIn('b')
  await one.follows()
  for (const { machine } of [one, other]) {
    machine.passes(3 * hour)
    machine.jumps(-hour)
  }
  await one.keeper.look()
  await other.follows()
  await other.keeper.look()
  await one.follows()
  one.machine.passes(10 * minute)
  await one.keeper.look()
  await other.follows()
  // It has yet to believe its clock: this is still recorded under the old time, the one after it no longer.
  other.machine.passes(10 * minute + second)
  await other.signsIn('c')
  await one.follows()
  one.machine.passes(second)
  await one.signsIn('d')
  await other.follows()
  await other.keeper.look()
  const told = (await other.all()).filter(({ event }) => event.type === 'access.sessionOpened')
  const right = begin + 2 * hour + 11 * minute + second + 7
  expect(told.map((entry) => timesOf(other.clockState(), entry).at)).toEqual([
    begin - hour,
    begin + minute + 7 - hour,
    right,
    right,
  ])
  const opened = Object.values(other.dispatcher.state.access.sessions).map(({ opened }) => opened.at)
  expect(opened).toEqual([begin - hour, begin + minute + 7 - hour, right, right])
})

test('[Z16] two servers that start together on a journal that is ahead correct it once', async () => {
  const journal = await recordedAt(begin - hour, begin + 2 * hour)
  const [first, second] = [await server({ journal }), await server({ journal })]
  for (const { machine, keeper, follows } of [first, second]) {
    await keeper.look()
    machine.passes(10 * minute)
    await follows()
  }
  await first.keeper.look()
  await second.follows()
  await second.keeper.look()
  expect(second.clockState()).toMatchObject({
    doubts: {},
    corrections: [{ first: 3, last: 3, by: -2 * hour }],
  })
  expect(second.clockState().corrections).toHaveLength(1)
})

test('[Z17] a correction that cannot be stored is made once there is room: until then time goes on from before', async () => {
  const journal = new FullJournal()
  await withAccount(begin, journal)
  const { machine, clock, keeper, signsIn, clockState } = await server({ journal })
  machine.jumps(2 * hour)
  await keeper.look()
  await signsIn('a')
  machine.passes(10 * minute)
  journal.refuses = 1
  await keeper.look()
  expect(clock.now()).toBe(begin + 10 * minute)
  await signsIn('b')
  machine.passes(second)
  await keeper.look()
  expect(clockState()).toMatchObject({ doubts: {}, corrections: [{ first: 2, last: 4, by: 2 * hour }] })
  expect(clock.now()).toBe(begin + 2 * hour + 10 * minute + second)
})

test('[Z17] the correction of a journal found ahead is not given up either', async () => {
  const journal = new FullJournal()
  await withAccount(begin + 3 * hour, journal)
  const { machine, keeper, clockState } = await server({ journal })
  await keeper.look()
  machine.passes(10 * minute)
  journal.refuses = 1
  await keeper.look()
  await keeper.look()
  expect(clockState()).toMatchObject({ doubts: {}, corrections: [{ first: 1, last: 1, by: -3 * hour }] })
})

test('[Z17] a jump whose doubt cannot be stored is not believed before it is told', async () => {
  const journal = new FullJournal()
  await withAccount(begin, journal)
  const { machine, keeper, signsIn, clockState } = await server({ journal })
  await signsIn('a')
  machine.passes(hour)
  machine.jumps(2 * hour)
  journal.refuses = 2
  await keeper.look()
  machine.passes(20 * minute)
  await keeper.look()
  expect(clockState().corrections).toEqual([])
  await keeper.look()
  expect(clockState()).toMatchObject({ doubts: {}, corrections: [{ first: 3, last: 3, by: 2 * hour }] })
})

test('[Z18] a clock that jumps again while it is doubted: what was recorded since the first jump is corrected', async () => {
  const { machine, keeper, signsIn, clockState } = await server()
  machine.jumps(hour)
  await keeper.look()
  await signsIn('a')
  machine.jumps(hour)
  await keeper.look()
  machine.passes(10 * minute)
  await keeper.look()
  expect(clockState().corrections).toMatchObject([{ first: 2, last: 4, by: 2 * hour }])
})

const years = 2_100 * day

/** A lone server whose clock starts years behind a journal of three lines; what they tell must stay. */
async function startedBehind(lateBy = years) {
  const journal = await recordedAt(begin - 2 * hour, begin - hour)
  const machine = new HandMoved()
  machine.jumps(-lateBy)
  const lone = await server({ journal, machine })
  await lone.keeper.look()
  return { ...lone, journal, confirms: () => confirmsOn(lone) }
}

type Lone = Pick<Awaited<ReturnType<typeof server>>, 'all' | 'clockState'>

const timesIn = async ({ all, clockState }: Lone) =>
  (await all())
    .filter(({ event }) => event.type === 'access.sessionOpened')
    .map((entry) => timesOf(clockState(), entry).at)

test('[Z22] a clock that is years behind at the start is never believed because it lasts: the journal keeps its times, and the line written meanwhile gets its own once the clock is right', async () => {
  const lone = await startedBehind()
  lone.machine.passes(minute)
  await lone.signsIn('c')
  lone.machine.passes(day)
  await lone.keeper.look()
  expect(lone.clockState().corrections).toEqual([])
  expect(lone.keeper.drift).toBe(hour - years)
  expect(isTimeBelieved(lone.clockState())).toBe(false)
  lone.machine.jumps(years)
  await lone.keeper.look()
  lone.machine.passes(10 * minute)
  await lone.keeper.look()
  expect(lone.clockState()).toMatchObject({ doubts: {}, corrections: [{ by: years, isAtLeast: false }] })
  expect(await timesIn(lone)).toEqual([begin - 2 * hour, begin - hour, begin + minute])
})

test('[Z22] what the journal vouches for at a start is over once the start is: a large jump of a later day is not believed because it lasts', async () => {
  const journal = await recordedAt(begin - hour, begin + 2 * hour)
  const { machine, keeper, clockState } = await server({ journal })
  await keeper.look()
  machine.passes(10 * minute)
  await keeper.look()
  expect(clockState().corrections).toHaveLength(1)
  machine.passes(day)
  machine.jumps(30 * day)
  await keeper.look()
  machine.passes(hour)
  await keeper.look()
  expect(clockState().corrections).toHaveLength(1)
  expect(isTimeBelieved(clockState())).toBe(false)
})

test('[Z23] a clock that was wrong at the start and confirmed all the same: when it is right, a second fact gives every line its own time back', async () => {
  const lone = await startedBehind()
  await lone.confirms()
  await lone.keeper.look()
  expect(lone.clockState().corrections).toMatchObject([{ by: hour - years }])
  lone.machine.passes(minute)
  await lone.signsIn('c')
  lone.machine.jumps(years)
  await lone.keeper.look()
  lone.machine.passes(10 * minute)
  await lone.keeper.look()
  expect(await timesIn(lone)).toEqual([begin - 2 * hour, begin - hour, begin + minute])
  const sessions = Object.values(lone.dispatcher.state.access.sessions)
  expect(sessions.map(({ opened }) => opened.at)).toEqual([begin - 2 * hour, begin - hour, begin + minute])
  expect(await foldJournal(lone.journal, initialState)).toEqual(lone.dispatcher.state)
})

test('[Z23] also where the server was started again in between', async () => {
  const lone = await startedBehind()
  await lone.confirms()
  await lone.keeper.look()
  lone.machine.passes(minute)
  await lone.signsIn('c')
  const machine = new HandMoved()
  machine.passes(5 * minute)
  const next = await server({ journal: lone.journal, machine })
  await next.keeper.look()
  machine.passes(10 * minute)
  await next.keeper.look()
  expect(next.clockState().doubts).toEqual({})
  const [first, second, third = 0] = await timesIn(next)
  expect([first, second]).toEqual([begin - 2 * hour, begin - hour])
  // How long it had stood still nobody knows: as early as it can have been.
  expect(third).toBe(begin - hour + minute)
})

test.each([2 * day, -2 * day])(
  '[Z23] a jump of a running clock, confirmed wrongly, is taken back when it returns (%d)',
  async (jump) => {
    const lone = await server()
    await lone.signsIn('a')
    lone.machine.passes(minute)
    lone.machine.jumps(jump)
    await lone.keeper.look()
    await lone.signsIn('b')
    lone.machine.passes(hour)
    await lone.keeper.look()
    expect(lone.clockState().corrections).toEqual([])
    await confirmsOn(lone)
    await lone.keeper.look()
    await lone.signsIn('c')
    lone.machine.jumps(-jump)
    await lone.keeper.look()
    lone.machine.passes(10 * minute)
    await lone.keeper.look()
    expect(lone.clockState().doubts).toEqual({})
    const told = [begin, begin + minute, begin + hour + minute]
    expect(await timesIn(lone)).toEqual(told)
    expect(Object.values(lone.dispatcher.state.access.sessions).map(({ opened }) => opened.at)).toEqual(told)
  },
)

test('[Z24] a server started again under the clock that was doubted doubts it too; started under the right one it corrects what was recorded meanwhile', async () => {
  const lone = await startedBehind()
  lone.machine.passes(minute)
  await lone.signsIn('c')
  lone.machine.passes(minute)
  const again = await server({ journal: lone.journal, machine: lone.machine })
  await again.keeper.look()
  lone.machine.passes(day)
  await again.keeper.look()
  expect(again.clockState().corrections).toEqual([])
  expect(isTimeBelieved(again.clockState())).toBe(false)
  const right = await server({ journal: lone.journal })
  for (let n = 0; n < 2; n += 1) await right.keeper.look()
  expect(right.clockState()).toMatchObject({ doubts: {}, corrections: [{ first: 4, isAtLeast: true }] })
  expect(await timesIn(right)).toEqual([begin - 2 * hour, begin - hour, begin - hour + minute])
})

test('[Z25] a clock that is years ahead at the start is doubted, however long it lasts; once right, the line written meanwhile is corrected', async () => {
  const lone = await startedBehind(-years)
  lone.machine.passes(minute)
  await lone.signsIn('c')
  lone.machine.passes(hour)
  await lone.keeper.look()
  expect(isTimeBelieved(lone.clockState())).toBe(false)
  lone.machine.jumps(-years)
  await lone.keeper.look()
  lone.machine.passes(10 * minute)
  await lone.keeper.look()
  expect(lone.clockState().doubts).toEqual({})
  expect(await timesIn(lone)).toEqual([begin - 2 * hour, begin - hour, begin + minute])
})

test('[Z25] a cell that was silent for a year: an administrator confirms the clock, and nothing is corrected', async () => {
  const lone = await startedBehind(-365 * day)
  await lone.confirms()
  await lone.keeper.look()
  await lone.keeper.look()
  expect(lone.clockState()).toEqual({ doubts: {}, corrections: [] })
})
