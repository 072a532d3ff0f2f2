import { createSecretKey, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CrisisCommand, Envelope } from '#shared/command.ts'
import { CrisisId, PersonId, SheetId, UrgentId } from '#shared/lib/id.ts'
import { initialState } from '#shared/state.ts'
import { Dispatcher, type Actor } from '#server/dispatch.ts'
import { foldJournal } from '#server/journal/fold.ts'
import { Intents } from '#server/journal/intent.ts'
import { MemoryJournal } from '#server/journal/memory.ts'
import { JournalUnavailable } from '#server/journal/port.ts'
import { drawCommandId } from '#server/lib/command-id.ts'
import { floodOrder } from '../test/support/flood-order.ts'
import { content, logCall, odile, odilesPhone } from '../test/support/sheets.ts'
import { installation } from '../test/support/installation.ts'

const roles = ['switchboard', 'roomLead', 'callTaker', 'quality'] as const
const alice: Actor = { person: PersonId.parse(drawCommandId()), roles }
const bob: Actor = { person: PersonId.parse(drawCommandId()), roles }
const now = 1_795_000_000_000
const intents = new Intents(createSecretKey(randomBytes(32)))

async function dispatcherOn(journal: MemoryJournal): Promise<Dispatcher> {
  return new Dispatcher({
    journal,
    clock: { now: () => now },
    intents,
    state: await foldJournal(journal, initialState),
    last: null,
    findSheet: () => Promise.resolve(null),
    onFailure: () => undefined,
    installation: () => installation,
  })
}

async function withCrisis() {
  const journal = new MemoryJournal()
  const dispatcher = await dispatcherOn(journal)
  const id = drawCommandId()
  await dispatcher.submit({ id, crisis: null, command: floodOrder({ kind: 'real', receivedAt: now }) }, alice)
  const crisis = CrisisId.parse(id)
  const say = (command: CrisisCommand, id = drawCommandId()): Envelope => ({ id, crisis, command })
  return { journal, dispatcher, say }
}

const note = (text: string) => ({ type: 'journal.note', text, happenedAt: null }) as const
const other = { status: 'refused', refusal: { code: 'command.other-content', field: null, detail: null } }
const foreign = { status: 'refused', refusal: { code: 'command.other-author', field: null, detail: null } }

test('[X140] other words under a known id are refused, and another author: at once, after a restart, on another node', async () => {
  const { journal, dispatcher, say } = await withCrisis()
  const said = say(note('Pont fermé'))
  const first = await dispatcher.submit(said, alice)
  const head = await journal.head()
  for (const server of [dispatcher, await dispatcherOn(journal)]) {
    expect(await server.submit(say(note('Pont ouvert'), said.id), alice)).toEqual(other)
    expect(await server.submit(said, bob)).toEqual(foreign)
    expect(await server.submit(said, alice)).toEqual(first)
  }
  expect(await journal.head()).toBe(head)
})

test('[X140] also while the first is under way, and where the other words would be refused or change nothing', async () => {
  const { journal, dispatcher, say } = await withCrisis()
  const tick = say({ type: 'checklists.tick', step: 'switchboard-order' })
  const both = [dispatcher.submit(tick, alice), dispatcher.submit(say(note('Autre'), tick.id), alice)]
  expect(await Promise.all(both)).toMatchObject([{ status: 'accepted' }, other])
  const restarted = await dispatcherOn(journal)
  const again = say({ type: 'checklists.tick', step: 'switchboard-order' }, tick.id)
  expect(await restarted.submit(again, bob)).toEqual(foreign)
  const unknown = say({ type: 'calls.takeCallback', sheet: SheetId.parse(drawCommandId()) }, tick.id)
  expect(await (await dispatcherOn(journal)).submit(unknown, alice)).toEqual(other)
})

test('[X140] the order of fields makes no other words', async () => {
  const { journal, dispatcher, say } = await withCrisis()
  const said = say(note('Pont fermé'))
  const first = await dispatcher.submit(said, alice)
  const turned = say({ happenedAt: null, text: 'Pont fermé', type: 'journal.note' }, said.id)
  expect(await dispatcher.submit(turned, alice)).toEqual(first)
  expect(await (await dispatcherOn(journal)).submit(turned, alice)).toEqual(first)
})

test('[X141] under an id with which nothing was recorded other words are decided afresh', async () => {
  const { dispatcher, say } = await withCrisis()
  const refused = say({ type: 'calls.takeCallback', sheet: SheetId.parse(drawCommandId()) })
  expect(await dispatcher.submit(refused, bob)).toMatchObject({ status: 'refused' })
  expect(await dispatcher.submit(say(note('Pont fermé'), refused.id), alice)).toMatchObject({
    status: 'accepted',
  })
})

test('[X141] and so are the same words once things stand otherwise', async () => {
  const { dispatcher, say } = await withCrisis()
  const raised = drawCommandId()
  const close = say({ type: 'calls.closeUrgent', urgent: UrgentId.parse(raised), end: { kind: 'mistake' } })
  expect(await dispatcher.submit(close, bob)).toMatchObject({ status: 'refused' })
  await dispatcher.submit(say({ type: 'calls.raiseUrgent', commune: null }, raised), bob)
  expect(await dispatcher.submit(close, bob)).toMatchObject({ status: 'accepted' })
})

test('[X142] once somebody it named is erased, its author gets the first outcome and nothing can be compared any more', async () => {
  const { journal, dispatcher, say } = await withCrisis()
  const call = (phone: string, id = drawCommandId()) =>
    say(logCall({ personal: callerWith(phone), content: content({ startedAt: now }) }), id)
  const said = call(odilesPhone)
  const first = await dispatcher.submit(said, alice)
  expect(await dispatcher.submit(call('+33600000000', said.id), alice)).toEqual(other)
  expect(await (await dispatcherOn(journal)).submit(call('+33600000000', said.id), alice)).toEqual(other)
  const [before] = await journal.entriesOf(said.id)
  const subject = SheetId.parse(said.id)
  const erase = { type: 'privacy.erase', subject, reason: 'Demande' } as const
  await dispatcher.submit({ id: drawCommandId(), crisis: null, command: erase }, alice)
  await journal.forget([{ subject }])
  for (const server of [dispatcher, await dispatcherOn(journal)]) {
    expect(await server.submit(call('+33600000000', said.id), alice)).toEqual(first)
    expect(await server.submit(said, bob)).toEqual(foreign)
  }
  // Whoever holds the master key tries every number in vain: what stands in the body depends on the salt that is gone.
  const [entry] = await journal.entriesOf(said.id)
  expect(before?.intent?.digest).not.toBe(intents.digestOf(said))
  expect(entry).toMatchObject({ intent: { salts: 1 } })
  expect(entry).not.toHaveProperty('salt')
})

test('[X143] while the journal cannot say whether a command was carried out, its author is not told that it was refused', async () => {
  const { journal, dispatcher, say } = await withCrisis()
  const said = say({ type: 'activation.openLine', override: 'exercice de nuit' })
  const first = await dispatcher.submit(said, alice)
  const restarted = await dispatcherOn(journal)
  const ask = journal.entriesOf.bind(journal)
  journal.entriesOf = () => Promise.reject(new JournalUnavailable('Redis is away'))
  expect(await restarted.submit(said, alice)).toEqual({ status: 'unavailable' })
  journal.entriesOf = ask
  expect(await restarted.submit(said, alice)).toEqual(first)
})

function callerWith(phone: string) {
  return { ...odile, caller: odile.caller === null ? null : { ...odile.caller, phone } }
}
