import { createSecretKey, randomBytes } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { accountMadeBy } from '#shared/access/commands.ts'
import type { ActorRole } from '#shared/access/roles.ts'
import type { Envelope } from '#shared/command.ts'
import { CrisisId, PersonId } from '#shared/lib/id.ts'
import { initialState } from '#shared/state.ts'
import { Dispatcher, type Actor, type Committed } from '#server/dispatch.ts'
import { foldJournal } from '#server/journal/fold.ts'
import { Intents } from '#server/journal/intent.ts'
import { MemoryJournal } from '#server/journal/memory.ts'
import { JournalUnavailable, type Appended, type Journal, type Sealable } from '#server/journal/port.ts'
import { drawCommandId } from '#server/lib/command-id.ts'
import { floodOrder } from '../test/support/flood-order.ts'
import { installation } from '../test/support/installation.ts'
import { member } from '../test/support/members.ts'

const alice: Actor = { person: PersonId.parse(drawCommandId()), roles: ['switchboard', 'roomLead'] }
const now = 1_795_000_000_000
const masterKey = createSecretKey(randomBytes(32))

/** A journal whose appends can be held, failed or answered by the test. */
class Steered extends MemoryJournal {
  before: (() => Promise<void>) | null = null

  override async append(...asked: Parameters<Journal['append']>): Promise<Appended> {
    await this.before?.()
    return super.append(...asked)
  }
}

async function dispatcherOn(journal: Journal, onCommitted: Committed = () => undefined): Promise<Dispatcher> {
  const state = await foldJournal(journal, initialState)
  return new Dispatcher({
    journal,
    clock: { now: () => now },
    intents: new Intents(masterKey),
    state,
    last: null,
    findSheet: () => Promise.resolve(null),
    onCommitted,
    onFailure: () => undefined,
    installation: () => installation,
  })
}

function openCrisis(id = drawCommandId()): Envelope {
  return { id, crisis: null, command: floodOrder({ kind: 'real', receivedAt: now }) }
}

const hr: Actor = { ...alice, roles: ['hr'] }

/** Long enough to be decided ahead. */
function listOf(count: number): Envelope {
  const members = Array.from({ length: count }, (_, n) => ({
    id: null,
    member: member(n, { distanceKm: 1 }),
  }))
  return {
    id: drawCommandId(),
    crisis: null,
    command: { type: 'roster.import', members, remove: [] },
  }
}

async function withCrisis(journal: Journal = new MemoryJournal(), onCommitted?: Committed) {
  const dispatcher = await dispatcherOn(journal, onCommitted)
  const opening = openCrisis()
  await dispatcher.submit(opening, alice)
  const crisis = CrisisId.parse(opening.id)
  const tick = (id = drawCommandId()): Envelope => ({
    id,
    crisis,
    command: { type: 'checklists.tick', step: 'switchboard-order' },
  })
  const openLine = (id = drawCommandId()): Envelope => ({
    id,
    crisis,
    command: { type: 'activation.openLine', override: 'exercice de nuit' },
  })
  return { dispatcher, crisis, tick, openLine }
}

test('[X1] a command repeated with the same id gets its first outcome, and nothing is stored twice', async () => {
  const journal = new MemoryJournal()
  const { dispatcher, openLine } = await withCrisis(journal)
  const envelope = openLine()
  const [first, second] = await Promise.all([
    dispatcher.submit(envelope, alice),
    dispatcher.submit(envelope, alice),
  ])
  expect(first).toMatchObject({ status: 'accepted' })
  expect(second).toEqual(first)
  expect(await journal.entriesOf(envelope.id)).toHaveLength(1)
})

test('[X1] after a restart too, even where the rules would now refuse it', async () => {
  const journal = new MemoryJournal()
  const { dispatcher, openLine } = await withCrisis(journal)
  const envelope = openLine()
  const first = await dispatcher.submit(envelope, alice)
  const restarted = await dispatcherOn(journal)
  expect(await restarted.submit(envelope, alice)).toEqual(first)
  expect(await restarted.submit(openLine(), alice)).toMatchObject({
    status: 'refused',
    refusal: { code: 'activation.line-already-open' },
  })
})

test('[X2] of two commands that arrive while a commit runs, the second is decided on what the first will be', async () => {
  const journal = new Steered()
  const { dispatcher, openLine, tick } = await withCrisis(journal)
  let release = () => undefined as void
  journal.before = () => new Promise((resolve) => (release = resolve))
  const holding = dispatcher.submit(tick(), alice)
  await Promise.resolve()
  const both = [dispatcher.submit(openLine(), alice), dispatcher.submit(openLine(), alice)]
  journal.before = null
  setImmediate(() => release())
  await holding
  const outcomes = await Promise.all(both)
  expect(outcomes.map(({ status }) => status)).toEqual(['accepted', 'refused'])
})

test('[X3] nothing is acknowledged that is not stored; the same command may be tried again', async () => {
  const journal = new Steered()
  const { dispatcher, openLine } = await withCrisis(journal)
  journal.before = () => Promise.reject(new JournalUnavailable('disk full'))
  const envelope = openLine()
  expect(await dispatcher.submit(envelope, alice)).toEqual({ status: 'unavailable' })
  expect(await journal.entriesOf(envelope.id)).toEqual([])
  journal.before = null
  expect(await dispatcher.submit(envelope, alice)).toMatchObject({ status: 'accepted' })
})

test('[X4] when another node was first, what it wrote is folded in and the command is decided again', async () => {
  const journal = new MemoryJournal()
  const { dispatcher, crisis, openLine } = await withCrisis(journal)
  const other = await dispatcherOn(journal)
  expect(await other.submit(openLine(), alice)).toMatchObject({ status: 'accepted' })
  expect(await dispatcher.submit(openLine(), alice)).toMatchObject({
    status: 'refused',
    refusal: { code: 'activation.line-already-open' },
  })
  expect(dispatcher.state.crises[crisis]).toEqual(other.state.crises[crisis])
})

test('[X4] a retry that reaches another node is recognised there', async () => {
  const journal = new MemoryJournal()
  const { dispatcher, tick } = await withCrisis(journal)
  const other = await dispatcherOn(journal)
  const envelope = tick()
  const first = await dispatcher.submit(envelope, alice)
  expect(await other.submit(envelope, alice)).toEqual(first)
})

test('[X5] the author is answered before the others are told', async () => {
  const order: string[] = []
  let told: () => void = () => undefined
  const { dispatcher, openLine } = await withCrisis(new MemoryJournal(), () => told())
  const isTold = new Promise<void>((resolve) => {
    told = () => {
      order.push('told')
      resolve()
    }
  })
  await dispatcher.submit(openLine(), alice)
  order.push('answered')
  await isTold
  expect(order).toEqual(['answered', 'told'])
})

test('[X6] a role that may not do it is refused, whoever asks', async () => {
  const { dispatcher, openLine } = await withCrisis()
  const roles: readonly ActorRole[] = ['callTaker']
  expect(await dispatcher.submit(openLine(), { ...alice, roles })).toMatchObject({
    status: 'refused',
    refusal: { code: 'command.forbidden' },
  })
})

test('[X7] a server that stops takes nothing more and finishes what it has taken', async () => {
  const { dispatcher, openLine, tick } = await withCrisis()
  const taken = dispatcher.submit(openLine(), alice)
  await Promise.resolve()
  const stopped = dispatcher.stop()
  expect(await dispatcher.submit(tick(), alice)).toEqual({ status: 'unavailable' })
  expect(await taken).toMatchObject({ status: 'accepted' })
  await stopped
})

test('[R271] whoever says something while a long list is on its way is answered before it', async () => {
  const { dispatcher, tick } = await withCrisis()
  const answered: string[] = []
  const list = dispatcher.submit(listOf(5_000), hr).finally(() => answered.push('list'))
  await dispatcher.submit(tick(), alice).finally(() => answered.push('tick'))
  expect(answered).toEqual(['tick'])
  expect(await list).toMatchObject({ status: 'accepted', seqs: [expect.any(Number), expect.any(Number)] })
  expect(Object.keys(dispatcher.state.standing.roster.members)).toHaveLength(5_000)
})

test('[R65] a list decided ahead is decided again where the pool has changed before its turn came', async () => {
  const journal = new MemoryJournal()
  const { dispatcher } = await withCrisis(journal)
  const standing = { id: drawCommandId(), crisis: null } as const
  const foreseen: number[] = []
  const foresee = async (parts: readonly unknown[]) => {
    foreseen.push(parts.length)
    if (parts.length > 0)
      await dispatcher.submit({ ...standing, command: { type: 'roster.add', member: member(7) } }, hr)
  }
  Object.assign(journal, { foresee })
  expect(await dispatcher.submit(listOf(300), hr)).toMatchObject({
    status: 'refused',
    refusal: { code: 'roster.already-there' },
  })
  expect(foreseen).toEqual([301, 0])
  expect(Object.keys(dispatcher.state.standing.roster.members)).toHaveLength(1)
})

test('[R65] what was decided ahead is what is stored where the pool is the same in its turn', async () => {
  const journal = new MemoryJournal()
  const { dispatcher, tick } = await withCrisis(journal)
  const ahead: Sealable[] = []
  const foresee = async (parts: readonly Sealable[]) => {
    ahead.push(...parts)
    // Something else is recorded meanwhile.
    if (parts.length > 0) await dispatcher.submit(tick(), alice)
  }
  Object.assign(journal, { foresee })
  const list = listOf(300)
  expect(await dispatcher.submit(list, hr)).toMatchObject({ status: 'accepted' })
  // Decided again, each would have drawn another salt.
  expect((await journal.entriesOf(list.id)).map(({ salt }) => salt)).toEqual(ahead.map(({ salt }) => salt))
})

test('[R65] a list whose author is thrown out before its turn comes is refused', async () => {
  const journal = new MemoryJournal()
  const { dispatcher } = await withCrisis(journal)
  const standing = { crisis: null } as const
  const admin: Actor = { person: PersonId.parse(drawCommandId()), roles: ['admin'] }
  const id = drawCommandId()
  const created = {
    type: 'access.createAccount' as const,
    login: 'rh',
    name: 'RH',
    roles: ['hr' as const],
    tokenHash: 'a'.repeat(64),
  }
  await dispatcher.submit({ ...standing, id, command: created }, admin)
  const account = accountMadeBy(id)
  const closed = { type: 'access.closeAccount', account } as const
  const close = () => dispatcher.submit({ ...standing, id: drawCommandId(), command: closed }, admin)
  Object.assign(journal, {
    foresee: async (parts: readonly unknown[]) => void (parts.length > 0 && (await close())),
  })
  expect(await dispatcher.submit(listOf(300), { person: account, roles: ['hr'] })).toMatchObject({
    status: 'refused',
  })
  expect(dispatcher.state.standing.roster.members).toEqual({})
})

test('[R65] a list that is ready when the server stops is not begun', async () => {
  const journal = new MemoryJournal()
  const { dispatcher } = await withCrisis(journal)
  const head = await journal.head()
  let stopped: Promise<void> = Promise.resolve()
  Object.assign(journal, { foresee: async () => void (stopped = dispatcher.stop()) })
  const outcome = await dispatcher.submit(listOf(300), hr)
  await stopped
  expect(outcome).toEqual({ status: 'unavailable' })
  expect(await journal.head()).toBe(head)
})

test('[J147] a journal that says it has moved on and gives nothing is not asked for ever: its author is told', async () => {
  const journal = new Steered()
  const { dispatcher, openLine } = await withCrisis(journal)
  let asked = 0
  const stuck = (): Promise<Appended> => {
    asked += 1
    // Should it be asked for ever, the test fails instead of hanging.
    if (asked > 100) throw new JournalUnavailable('asked for ever')
    return Promise.resolve({ status: 'head-moved', head: 1 })
  }
  const append = vi.spyOn(journal, 'append').mockImplementation(stuck)
  const envelope = openLine()
  expect(await dispatcher.submit(envelope, alice)).toEqual({ status: 'unavailable' })
  expect(asked).toBeLessThan(10)
  append.mockRestore()
  expect(await dispatcher.submit(envelope, alice)).toMatchObject({ status: 'accepted' })
})
