/** The thread that waits for the disk so that the event loop does not. */
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { unreachable } from '#shared/lib/unreachable.ts'
import { failureOf } from './sqlite-failure.ts'
import type { Answered, AppendRequest, Asked, Opened, Request, WorkerOptions } from './sqlite-protocol.ts'
import { SqlitePlace } from './sqlite-place.ts'
import { journalFile, lockFolder, openDatabase } from './sqlite-schema.ts'
import { SqliteStore } from './sqlite-store.ts'

/** Entries in one commit: past this the commit itself grows and everybody in it waits. */
const commitLimit = 1024

type AskedAppend = Readonly<{ id: number; request: AppendRequest }>

function serve(port: MessagePort, { folder, masterKey }: WorkerOptions): void {
  const lock = lockFolder(folder)
  const db = openDatabase(folder, masterKey)
  const store = new SqliteStore(db, masterKey, new SqlitePlace(journalFile(folder)))
  const say = (answer: Answered) => port.postMessage(answer)

  function answer(id: number, request: Exclude<Other, { method: 'close' }>): void {
    try {
      say({ id, value: carryOut(store, request) })
    } catch (error) {
      say({ id, failure: failureOf(error) })
    }
  }

  function append(group: readonly AskedAppend[]): void {
    try {
      const answers = store.append(group.map(({ request }) => request))
      group.forEach(({ id }, i) => say({ id, value: answers[i] }))
      store.prepare()
    } catch (error) {
      for (const { id } of group) say({ id, failure: failureOf(error) })
    }
  }

  /** Answered by the thread's end. */
  function close(): void {
    store.close()
    lock.close()
    port.close()
  }

  port.on('message', (first: Asked) => {
    for (const turn of turns(drain(port, first))) {
      if (turn.kind === 'append') append(turn.group)
      else if (turn.request.method === 'close') close()
      else answer(turn.id, turn.request)
    }
  })
  port.postMessage({ opened: { head: store.head } } satisfies Opened)
}

type Other = Exclude<Request, AppendRequest>
type Turn =
  | Readonly<{ kind: 'append'; group: readonly AskedAppend[] }>
  | Readonly<{ kind: 'other'; id: number; request: Other }>

/** Everything that arrived while the last commit was running. */
function drain(port: MessagePort, first: Asked): readonly Asked[] {
  const asked = [first]
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
    asked.push(next.message as Asked)
  }
  return asked
}

/** In the order asked; neighbouring appends together, up to the limit. */
function* turns(asked: readonly Asked[]): Generator<Turn> {
  let group: AskedAppend[] = []
  let size = 0
  for (const { id, request } of asked) {
    if (group.length > 0 && (request.method !== 'append' || size + request.bodies.length > commitLimit)) {
      yield { kind: 'append', group }
      group = []
      size = 0
    }
    if (request.method === 'append') {
      group.push({ id, request })
      size += request.bodies.length
    } else yield { kind: 'other', id, request }
  }
  if (group.length > 0) yield { kind: 'append', group }
}

function carryOut(store: SqliteStore, request: Exclude<Other, { method: 'close' }>): unknown {
  switch (request.method) {
    case 'read':
      return store.read(request.after, request.limit)
    case 'sealAhead':
      return store.sealAhead(request)
    case 'entriesOf':
      return store.entriesOf(request.command)
    case 'forget':
      return store.forget(request.erasures)
    case 'positionOf':
      return store.positionOf(request.follower)
    case 'keepPosition':
      return store.keepPosition(request.follower, request.position)
    case 'head':
      store.checkPlace()
      return store.head
    case 'probe':
      return store.probe()
    default:
      return unreachable(request)
  }
}

if (parentPort !== null) {
  try {
    serve(parentPort, workerData as WorkerOptions)
  } catch (error) {
    parentPort.postMessage({ failure: failureOf(error) } satisfies Opened)
    parentPort.close()
  }
}
