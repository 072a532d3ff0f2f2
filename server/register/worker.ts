/** The register's own thread: indexing and searching never take the event loop's time. */
import { platform, setPriority } from 'node:os'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { Answered, Asked } from './protocol.ts'
import { openDatabase, removeDatabase } from './schema.ts'
import { Store } from './store.ts'

function serve(port: MessagePort, file: string): void {
  let store = openStore(file)

  function reset(): void {
    store.close()
    removeDatabase(file)
    store = openStore(file)
  }

  function carryOut({ method, args }: Asked): unknown {
    if (method === 'reset') return reset()
    if (method !== 'close') return Reflect.apply(store[method], store, args)
    store.close()
    port.close()
    return null
  }

  port.on('message', (asked: Asked) => {
    let answered: Answered
    try {
      answered = { id: asked.id, value: carryOut(asked) }
    } catch (error) {
      const isLost = isDamage(error)
      if (isLost) reset()
      answered = { id: asked.id, failure: error instanceof Error ? error.message : String(error), isLost }
    }
    // A closed port swallows this: its thread's end is the answer to "close".
    port.postMessage(answered)
  })
}

/** Whatever is wrong with a file that does not open, the journal can fill a new one. */
function openStore(file: string): Store {
  try {
    return new Store(openDatabase(file))
  } catch {
    removeDatabase(file)
    return new Store(openDatabase(file))
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB, whatever their extension: only a new file helps, and the journal fills it. */
function isDamage(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) : 0
  return [11, 26].includes(code % 256)
}

/** Of nice(1), from 0 to 19: gives way to acknowledgements, and still gets a quarter of a busy processor for searches. */
const yielding = 5
// Only Linux gives each thread a priority of its own; elsewhere the whole server would yield.
if (platform() === 'linux') setPriority(yielding)
if (parentPort !== null) serve(parentPort, String(workerData))
