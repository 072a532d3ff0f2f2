import { expect, test } from 'vitest'
import { Outbox } from '#client/sync/outbox.ts'
import { createMemoryOutbox } from '#scripts/headless/memory-outbox.ts'
import type { Command, Envelope } from '#shared/command.ts'
import type { CommandId } from '#shared/lib/id.ts'
import { nthMemberId } from '#shared/lib/nth-member-id.ts'
import type { Outcome } from '#shared/sync/wire.ts'
import { commandId, personId, sheetId } from '../../test/support/drafts.ts'
import { member } from '../../test/support/members.ts'
import { content, logCall, odile } from '../../test/support/sheets.ts'

const corrected: Command = {
  type: 'calls.correct',
  sheet: sheetId(2),
  revision: 1,
  content: content(),
  callback: null,
  personal: odile,
}
const note: Command = { type: 'journal.note', text: 'Pont fermé', happenedAt: null }
const said: readonly (readonly [id: number, command: Command])[] = [
  [2, logCall({ personal: odile })],
  [3, corrected],
  [4, { type: 'calls.closeCallback', sheet: sheetId(2), result: { kind: 'reached' }, note: 'Odile va bien' }],
  [5, { ...corrected, sheet: sheetId(9) }],
  [6, note],
]

/** All this waits, as it was said without the line. */
async function waiting(answer: Outcome | null = null, commands = said) {
  const store = createMemoryOutbox()
  let isLive = false
  const sent: CommandId[] = []
  const outbox = new Outbox({
    store,
    send: ({ id }) => {
      sent.push(id)
      return answer === null ? Promise.reject(new Error('away')) : Promise.resolve(answer)
    },
    isLive: () => isLive,
    onChange: () => undefined,
    onRecorded: () => undefined,
  })
  for (const [n, command] of commands) {
    await outbox.submit(
      { id: commandId(n), crisis: commandId(1), command } as unknown as Envelope,
      personId(1),
      n,
    )
  }
  return { outbox, store, sent, goLive: () => (isLive = true) }
}

const refusals = ({ items }: Pick<Outbox, 'items'>) =>
  items.map(({ envelope, refusal }) => [envelope.id, refusal?.code ?? null])

test('[U320] once somebody is erased, what waits to be said of them goes from the browser, and its author is told', async () => {
  const { outbox, store } = await waiting()
  await outbox.forgetSubjects([sheetId(2)])
  expect(refusals(outbox)).toEqual([
    [commandId(3), 'calls.erased'],
    [commandId(4), 'calls.erased'],
    [commandId(5), null],
    [commandId(6), null],
  ])
  const ofThem = (await store.all()).filter(({ envelope }) => envelope.id !== commandId(5))
  expect(JSON.stringify(ofThem)).not.toMatch(/Odile|Garnier/)
})

test('[X156] what is sent as soon as somebody is known to be erased says nothing of them', async () => {
  const { outbox, sent, goLive } = await waiting()
  goLive()
  void outbox.forgetSubjects([sheetId(2)])
  await outbox.flush(personId(1))
  expect(sent).toEqual([commandId(5), commandId(6)])
})

test('[U351] what waits to be said of a member goes from the browser once they are erased, a file too; what made them was recorded', async () => {
  const made = nthMemberId(commandId(2), 0)
  const change = { type: 'roster.change', id: made, member: member(1) } as const
  const { outbox, store } = await waiting(null, [
    [2, { type: 'roster.add', member: member(1) }],
    [3, change],
    [4, { type: 'roster.import', members: [{ id: made, member: member(1) }], remove: [] }],
    [5, { ...change, id: nthMemberId(commandId(8), 0), member: member(2) }],
  ])
  await outbox.forgetSubjects([made])
  expect(refusals(outbox)).toEqual([
    [commandId(3), 'roster.erased'],
    [commandId(4), 'roster.erased'],
    [commandId(5), null],
  ])
  expect(JSON.stringify(await store.all())).not.toContain('Nom0001')
})

test('[U351] what the server refuses as being said of an erased member keeps none of its words', async () => {
  const refusal = { code: 'roster.erased', field: 'id', detail: null } as const
  const change = { type: 'roster.change', id: nthMemberId(commandId(8), 0), member: member(1) } as const
  const { outbox, store, goLive } = await waiting({ status: 'refused', refusal }, [[2, change]])
  goLive()
  await outbox.flush(personId(1))
  expect(refusals(outbox)).toEqual([[commandId(2), 'roster.erased']])
  expect(JSON.stringify(await store.all())).not.toContain('Nom0001')
})

test('[U320] what the server refuses as being said of somebody erased keeps none of its words', async () => {
  const refused = { status: 'refused', refusal: { code: 'calls.erased', field: null, detail: null } } as const
  const { outbox, store, goLive } = await waiting(refused)
  goLive()
  await outbox.flush(personId(1))
  expect(refusals(outbox)).toHaveLength(said.length)
  expect(JSON.stringify(await store.all())).not.toMatch(/Odile|Garnier/)
})

test('[U320] what was on its way when somebody was erased is kept nowhere, whatever the server answers', async () => {
  const answers: Outcome[] = [
    { status: 'accepted', at: 1, seqs: [7, 7], hash: 'h' },
    { status: 'refused', refusal: { code: 'calls.no-callback', field: null, detail: null } },
  ]
  for (const answer of answers) {
    const store = createMemoryOutbox()
    const recorded: unknown[] = []
    const line = { isLive: false, answers: [] as ((outcome: Outcome) => void)[] }
    const outbox = new Outbox({
      store,
      send: () => new Promise((resolve) => line.answers.push(resolve)),
      isLive: () => line.isLive,
      onChange: () => undefined,
      onRecorded: (item) => void recorded.push(item),
    })
    for (const [n, command] of said.slice(0, 3))
      await outbox.submit(
        { id: commandId(n), crisis: commandId(1), command } as unknown as Envelope,
        personId(1),
        n,
      )
    line.isLive = true
    const flushed = outbox.flush(personId(1))
    await Promise.resolve()
    await outbox.forgetSubjects([sheetId(2)])
    for (const resolve of line.answers) resolve(answer)
    await flushed
    expect(line.answers).toHaveLength(3)
    if (answer.status === 'accepted') expect(outbox.items).toEqual([])
    expect(JSON.stringify([await store.all(), outbox.items, recorded])).not.toMatch(/Odile|Garnier/)
  }
})

test('[U320] a browser that is slow to keep what was said keeps none of it once somebody is erased', async () => {
  const store = createMemoryOutbox()
  const first = Promise.withResolvers<void>()
  let puts = 0
  const slow: typeof store = {
    ...store,
    put: async (item) => {
      puts += 1
      if (puts <= 3) await first.promise
      await store.put(item)
    },
  }
  const outbox = new Outbox({
    store: slow,
    send: () => Promise.reject(new Error('away')),
    isLive: () => true,
    onChange: () => undefined,
    onRecorded: () => undefined,
  })
  for (const [n, command] of said.slice(0, 3))
    void outbox.submit(
      { id: commandId(n), crisis: commandId(1), command } as unknown as Envelope,
      personId(1),
      n,
    )
  await Promise.resolve()
  const forgotten = outbox.forgetSubjects([sheetId(2)])
  setTimeout(() => first.resolve(), 50)
  await forgotten
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await store.all()).toHaveLength(2)
  expect(JSON.stringify(await store.all())).not.toMatch(/Odile|Garnier/)
})
