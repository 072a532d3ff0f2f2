import { beforeEach, expect, test, vi } from 'vitest'
import { Connection, type ConnectionView } from '#client/sync/connection.ts'
import { initialState } from '#shared/state.ts'
import { emptyReplica } from '#shared/sync/replica.ts'

type Listener = (...given: readonly unknown[]) => void

/** A line that is there, to a server that answers when the test says so. */
const line = {
  connected: false,
  listeners: new Map<string, Listener>(),
  /** How each greeting that is not yet answered goes wrong. */
  unanswered: [] as (() => void)[],
  on(event: string, listener: Listener) {
    line.listeners.set(event, listener)
  },
  emit: () => undefined,
  timeout: () => ({
    emitWithAck: () =>
      new Promise((_, reject) => line.unanswered.push(() => reject(new Error('disconnected')))),
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
let signedIn: () => Promise<boolean>

function openLine(): Connection {
  views = []
  const connection = new Connection({
    url: '/',
    replica: emptyReplica(null),
    you: null,
    isSignedIn: () => signedIn(),
    onChange: (view) => views.push(view),
    lastRecorded: () => null,
    onLive: () => undefined,
    onOtherHistory: () => undefined,
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

test('[X150] opened again it goes on', async () => {
  const connection = openLine()
  connection.close()
  await settle()
  connection.open()
  expect([line.connected, line.unanswered.length]).toEqual([true, 1])
})
