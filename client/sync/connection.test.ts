import { beforeEach, expect, test, vi } from 'vitest'
import { Connection, type ConnectionView } from '#client/sync/connection.ts'
import type { Position } from '#shared/journal/entry.ts'
import type { MemberId, SubjectId } from '#shared/lib/id.ts'
import { forgetSubject } from '#shared/privacy/forget.ts'
import { initialState, type State } from '#shared/state.ts'
import { emptyReplica } from '#shared/sync/replica.ts'
import type { Frame, Welcome } from '#shared/sync/wire.ts'
import { commandId, sheetId } from '../../test/support/drafts.ts'
import { alice as keeper, member, recruit } from '../../test/support/members.ts'
import { alice, logCall, odile } from '../../test/support/sheets.ts'
import { Stage } from '../../test/support/stage.ts'

type Listener = (...given: readonly unknown[]) => void

/** A line that is there, to a server that answers when the test says so. */
const line = {
  connected: false,
  listeners: new Map<string, Listener>(),
  /** How each greeting that is not yet answered goes wrong. */
  unanswered: [] as (() => void)[],
  /** What is answered, and at once, by question. */
  answers: {} as Record<string, unknown>,
  on(event: string, listener: Listener) {
    line.listeners.set(event, listener)
  },
  emit: () => undefined,
  timeout: () => ({
    emitWithAck: (question: string) =>
      new Promise((resolve, reject) => {
        if (question in line.answers) resolve(line.answers[question])
        else line.unanswered.push(() => reject(new Error('disconnected')))
      }),
  }),
  connect() {
    line.connected = true
    line.hear('connect')
    return line
  },
  disconnect() {
    if (line.connected) line.hear('disconnect', 'io client disconnect')
    line.connected = false
    for (const fail of line.unanswered.splice(0)) fail()
    return line
  },
  hear(event: string, ...given: readonly unknown[]) {
    line.listeners.get(event)?.(...given)
  },
}

vi.mock('socket.io-client', () => ({ io: () => line }))

let views: ConnectionView[]
let erased: SubjectId[]
let recorded: Position | null
/** What the console was told of, in order. */
let told: string[]
let signedIn: () => Promise<boolean>

function openLine(): Connection {
  views = []
  erased = []
  told = []
  const connection = new Connection({
    url: '/',
    replica: emptyReplica(null),
    you: null,
    isSignedIn: () => signedIn(),
    onChange: (view) => views.push(view),
    lastRecorded: () => recorded,
    onLive: () => told.push('live'),
    onOtherHistory: () => told.push('other history'),
    onErased: (subjects) => {
      erased.push(...subjects)
      told.push('erased')
    },
  })
  connection.open()
  return connection
}

async function gzip(text: string): Promise<Uint8Array> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 50))

beforeEach(() => {
  line.connected = false
  line.unanswered.length = 0
  line.answers = {}
  recorded = null
  signedIn = () => Promise.resolve(true)
})

test('[X150] closed while its greeting is unanswered, a connection stays closed', async () => {
  const connection = openLine()
  expect(line.unanswered).toHaveLength(1)
  connection.close()
  const told = views.length
  await settle()
  expect(line.connected).toBe(false)
  expect(views).toHaveLength(told)
})

test('[X150] what was on its way when it was closed changes nothing: a snapshot, the answer to who is signed in', async () => {
  const connection = openLine()
  const state = await gzip(JSON.stringify(initialState))
  line.hear('snapshot', { crisis: null, hash: null, state }, () => undefined)
  signedIn = () => Promise.resolve(false)
  line.hear('connect_error', { message: 'websocket error' })
  connection.close()
  const told = views.length
  await settle()
  expect(views).toHaveLength(told)
  expect(connection.view).toMatchObject({ line: 'offline', replica: { isLoaded: false } })
})

test('[X150] a snapshot that comes while it is open is shown', async () => {
  openLine()
  const state = await gzip(JSON.stringify(initialState))
  await new Promise<void>((applied) => line.hear('snapshot', { crisis: null, hash: null, state }, applied))
  expect(views.at(-1)?.replica.isLoaded).toBe(true)
})

test('[X155] whom an entry erases is told, and who is erased in a state that is loaded: a caller, a member, a former member', async () => {
  const stage = Stage.inCrisis()
  stage.does(alice, logCall({ personal: odile }), { id: commandId(7) })
  stage.does(alice, logCall(), { id: commandId(8) })
  const [here, gone] = recruit(stage, member(1), member(2), member(3)) as [MemberId, MemberId]
  stage.does(keeper, { type: 'roster.remove', id: gone })
  const subjects = [sheetId(7), here, gone]
  const forgotten = subjects.reduce<State>(forgetSubject, stage.state)

  const load = async (state: State) => {
    const packed = { crisis: null, hash: null, state: await gzip(JSON.stringify(state)) }
    await new Promise<void>((applied) => line.hear('snapshot', packed, applied))
  }
  openLine()
  await load(stage.state)
  expect(erased).toEqual([])
  const event = { type: 'privacy.erased', subject: sheetId(7), reason: 'à sa demande' } as const
  const { seq: from } = stage.state
  const entry = { seq: from + 1, at: 0, by: 'system', crisis: null, command: commandId(9), event } as const
  line.hear('entries', { from, to: from + 1, hash: '', entries: [entry] } satisfies Frame)
  expect(erased).toEqual([sheetId(7)])

  openLine()
  await load(forgotten)
  expect(erased).toEqual(subjects)
})

const welcome = (isSameHistory: boolean): Welcome => ({
  status: 'ready',
  now: 0,
  you: { person: alice.id, name: 'Alice', roles: [], session: 's' },
  authorKey: '',
  isSameHistory,
})

test('[X156] nothing that waits leaves for another history, or for one that nothing here tells, before it is known who was erased in it', async () => {
  line.answers = { hello: welcome(false), held: { missing: [], erased: [sheetId(7)] } }
  openLine()
  await settle()
  expect([told, erased]).toEqual([['erased', 'live', 'other history'], [sheetId(7)]])

  line.answers['hello'] = welcome(true)
  openLine()
  await settle()
  expect(told).toEqual(['erased', 'live'])

  recorded = { seq: 12, hash: 'h' }
  openLine()
  await settle()
  expect(told).toEqual(['live'])
})

test('[X156] where the server does not say who was erased nothing leaves, and it is asked again, also once the history is known', async () => {
  recorded = { seq: 12, hash: 'h' }
  line.answers = { hello: welcome(false) }
  const connection = openLine()
  await settle()
  expect([told, connection.view.replica.isLoaded, connection.view.line]).toEqual([[], false, 'connecting'])
  line.answers = { hello: welcome(true), held: { missing: [], erased: [sheetId(7)] } }
  line.disconnect()
  await settle()
  expect(told).toEqual(['erased', 'live'])
})

test('[U353] a console that was away too long to be told entry by entry hears of those erased whom the state no longer shows', async () => {
  recorded = { seq: 12, hash: 'h' }
  line.answers = { hello: welcome(true), held: { missing: [], erased: [sheetId(7)] } }
  openLine()
  await settle()
  expect(erased).toEqual([])
  const state = await gzip(JSON.stringify(initialState))
  line.hear('snapshot', { crisis: null, hash: null, state }, () => undefined)
  await settle()
  expect(erased).toEqual([sheetId(7)])
})

test('[X150] opened again it goes on', async () => {
  const connection = openLine()
  connection.close()
  await settle()
  connection.open()
  expect([line.connected, line.unanswered.length]).toEqual([true, 1])
})

test('[F115] what is asked of a follower leaves on a live line alone, and is true once the server has said so', async () => {
  const connection = openLine()
  line.answers = { release: true, retry: true }
  expect(await connection.release('page')).toBe(false)
  line.answers = { ...line.answers, hello: welcome(true), held: { missing: [], erased: [] } }
  line.hear('connect')
  await settle()
  expect(connection.view.line).toBe('live')
  expect([await connection.release('page'), await connection.retry('page')]).toEqual([true, true])
  line.answers = { release: false }
  expect(await connection.release('page')).toBe(false)
  const unanswered = connection.retry('page')
  connection.close()
  expect(await unanswered).toBe(false)
  line.answers = { retry: true }
  expect(await connection.retry('page')).toBe(false)
})
