import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sample, type Arbitrary } from 'fast-check'
import { Intentions } from '#client/sync/intentions.ts'
import { Outbox } from '#client/sync/outbox.ts'
import { samenessOf } from '#client/sync/sameness.ts'
import { createMemoryOutbox } from '#scripts/headless/memory-outbox.ts'
import { isCrisisCommand } from '#shared/command-scope.ts'
import type { Command, Envelope } from '#shared/command.ts'
import type { CommandId, CrisisId } from '#shared/lib/id.ts'
import type { Outcome } from '#shared/sync/wire.ts'
import { variants } from '../../test/support/any-command.ts'
import { commandId, personId } from '../../test/support/drafts.ts'

const crisis = commandId(1) as string as CrisisId
const recorded: Outcome = { status: 'accepted', at: 0, seqs: [1, 1], hash: null }

/** A console whose server answers when the test says so. */
function consoleOf({ isLive = true } = {}) {
  const sent: Envelope[] = []
  const answers: ((outcome: Outcome) => void)[] = []
  const outbox = new Outbox({
    store: createMemoryOutbox(),
    send: (envelope) => {
      sent.push(envelope)
      return new Promise((resolve) => answers.push(resolve))
    },
    isLive: () => isLive,
    onChange: () => undefined,
    onRecorded: () => undefined,
  })
  const intentions = new Intentions(outbox, () => Date.now())
  const press = (command: Command, id: CommandId | null = null) =>
    intentions.submit(
      { command, crisis: isCrisisCommand(command) ? crisis : null, person: personId(1), madeAt: Date.now() },
      id === null ? {} : { id },
    )
  return {
    outbox,
    sent,
    press,
    answer: (outcome: Outcome) => answers.splice(0).forEach((say) => say(outcome)),
  }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const first = (arbitrary: Arbitrary<Command>) => sample(arbitrary, { numRuns: 1, seed: 7 })[0] as Command
const every = variants.map(({ type, arbitrary }) => [type, first(arbitrary)] as const)
const note = { type: 'journal.note', text: 'Pont fermé', happenedAt: null } as const

test.each(every)(
  '[X144] %s: pressed three times while the server is slow, it is said once and told alike',
  async (_, command) => {
    const { sent, press, answer } = consoleOf()
    const told = [press(command), press(command), press(command)]
    await vi.advanceTimersByTimeAsync(100)
    expect(sent).toHaveLength(1)
    answer(recorded)
    const outcomes = await Promise.all(told)
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
  },
)

test.each(every)('[X144] %s: a key held until after the answer says it once', async (_, command) => {
  const { sent, press, answer } = consoleOf()
  for (let held = 0; held < 20; held++) {
    void press(command)
    if (held === 10) answer(recorded)
    await vi.advanceTimersByTimeAsync(30)
  }
  expect(sent).toHaveLength(1)
})

test.each(every)(
  '[X145] %s: sent again after “gardée”, it waits once, unless saying it again says it twice',
  async (_, command) => {
    const { outbox, press } = consoleOf({ isLive: false })
    expect(await press(command)).toEqual({ status: 'pending' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await press(command)).toEqual({ status: 'pending' })
    expect(outbox.items).toHaveLength(samenessOf(command) === 'saying' ? 2 : 1)
  },
)

test.each(every.filter(([, command]) => samenessOf(command) === 'making'))(
  '[X145] %s: also whatever was said since, and after a reload',
  async (_, command) => {
    const { outbox, press } = consoleOf({ isLive: false })
    await press(command)
    await press(note)
    await press(command)
    expect(outbox.items).toHaveLength(2)
    const reloaded = new Intentions(outbox, () => Date.now())
    const again = {
      command,
      crisis: isCrisisCommand(command) ? crisis : null,
      person: personId(1),
      madeAt: 9,
    }
    expect(await reloaded.submit(again)).toEqual({ status: 'pending' })
    expect(outbox.items).toHaveLength(2)
  },
)

test.each(every.filter(([, command]) => samenessOf(command) === 'making'))(
  '[X145] %s: also once it has left since, until its author has heard of it',
  async (_, command) => {
    const { sent, press, answer } = consoleOf()
    const told = press(command)
    await vi.advanceTimersByTimeAsync(11_000)
    expect(await told).toEqual({ status: 'pending' })
    answer(recorded)
    await vi.advanceTimersByTimeAsync(1_000)
    const again = press(command)
    await vi.advanceTimersByTimeAsync(10)
    answer(recorded)
    expect(await again).toMatchObject({ status: 'recorded', id: sent[0]?.id })
    await vi.advanceTimersByTimeAsync(1_000)
    void press(command)
    await vi.advanceTimersByTimeAsync(10)
    expect(sent.map(({ id }) => id === sent[0]?.id)).toEqual([true, true, false])
  },
)

test('[X145] once recorded, the same words typed again are said again', async () => {
  const { sent, press, answer } = consoleOf()
  for (const times of [1, 2, 3]) {
    void press(note)
    await vi.advanceTimersByTimeAsync(10)
    answer(recorded)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent).toHaveLength(times)
  }
  expect(new Set(sent.map(({ id }) => id)).size).toBe(3)
})

test('[X145] ticked, unticked, ticked again while offline are three, in order', async () => {
  const { outbox, press } = consoleOf({ isLive: false })
  for (const type of ['tick', 'untick', 'tick'] as const) {
    await press({ type: `checklists.${type}`, step: 'switchboard-order' })
  }
  expect(outbox.items.map(({ envelope }) => envelope.command.type)).toEqual([
    'checklists.tick',
    'checklists.untick',
    'checklists.tick',
  ])
})

test('[X144] another person’s same words are another intention', async () => {
  const { outbox } = consoleOf({ isLive: false })
  const intentions = new Intentions(outbox, () => Date.now())
  for (const n of [1, 2]) await intentions.submit({ command: note, crisis, person: personId(n), madeAt: 0 })
  expect(outbox.items.map(({ person }) => person)).toEqual([personId(1), personId(2)])
})

test('[X146] words refused because their id was known are said under a new one; a call sheet stays with its author', async () => {
  const { outbox, sent, press, answer } = consoleOf()
  const other: Outcome = {
    status: 'refused',
    refusal: { code: 'command.other-content', field: null, detail: null },
  }
  const told = press(note)
  await vi.advanceTimersByTimeAsync(10)
  answer(other)
  await vi.advanceTimersByTimeAsync(10)
  answer(recorded)
  expect(await told).toMatchObject({ status: 'recorded', id: sent[1]?.id })
  expect(sent.map(({ command }) => command)).toEqual([note, note])
  expect(sent[0]?.id).not.toBe(sent[1]?.id)
  expect(outbox.items).toEqual([])

  const call = every.find(([type]) => type === 'calls.log')?.[1]
  if (call === undefined) throw new Error('no call')
  const sheet = press(call, commandId(9))
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await sheet).toEqual({ status: 'pending' })
  answer(other)
  await vi.advanceTimersByTimeAsync(10)
  expect(outbox.items).toMatchObject([
    { envelope: { id: commandId(9), command: call }, refusal: other.refusal },
  ])
})

test('[X146] two tabs that hold other words under one id keep both, whichever is recorded', async () => {
  const store = createMemoryOutbox()
  const parts = {
    store,
    send: () => new Promise<Outcome>(() => {}),
    isLive: () => false,
    onRecorded: () => undefined,
    onChange: () => undefined,
  }
  const words = ['Pont fermé', 'Pont ouvert']
  for (const text of words) {
    const envelope = { id: commandId(9), crisis, command: { ...note, text } } as const
    await new Outbox(parts).submit(envelope, personId(1), 0)
  }
  expect((await store.all()).map(({ envelope }) => envelope.command)).toMatchObject(
    words.map((text) => ({ text })),
  )
})
