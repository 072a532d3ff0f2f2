import { Worker } from 'node:worker_threads'
import type { FileRequest, PoolMessage } from '#server/roster/import/worker.ts'
import type { MemberId } from '#shared/lib/id.ts'
import type { RosterRefusalCode } from '#shared/roster/import.ts'
import type { RosterReading } from '#shared/roster/preview.ts'
import { membersToCompare } from '#shared/roster/select.ts'
import type { Roster } from '#shared/roster/state.ts'
import { inSlices } from '#server/lib/slices.ts'

/*
 * A roster file is read in a thread of its own: 5,000 lines take a second that the cell's acknowledgements would wait for. One at a
 * time, a few in a queue. The thread lives as long as its file: nothing to close, and its copy of France's communes goes with it.
 */

/** Beyond any real file: the thread is ended, and the file refused. */
const longestReading = 120_000
/** One is read, so many wait. Who comes after them is told to try again. */
const mostWaiting = 3

let last: Promise<unknown> = Promise.resolve()
let pending = 0

/** The pool's members are copied into the thread so many at a time: a millisecond of the event loop. */
const toldAtOnce = 100

/** The reading beside today's pool, as JSON bytes: not even its writing is left to the event loop. Never rejects. */
export async function readRosterFile(request: FileRequest, pool: Roster): Promise<Uint8Array> {
  if (pending > mostWaiting) return refusal('file.busy')
  pending += 1
  const reading = last.then(() => readInThread(request, pool))
  last = reading
  try {
    return await reading
  } finally {
    pending -= 1
  }
}

/** Never rejects: a thread that dies, of memory or of a bug, costs its own file only. */
function readInThread(request: FileRequest, pool: Roster): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    const end = (bytes: Uint8Array) => {
      clearTimeout(timer)
      resolve(bytes)
      void worker.terminate()
    }
    const timer = setTimeout(() => end(refusal('file.unread')), longestReading)
    worker.once('message', (bytes: Uint8Array) => end(bytes))
    worker.once('error', () => end(refusal('file.unread')))
    worker.once('exit', () => end(refusal('file.unread')))
    void inSlices(tellingSteps(worker, pool))
  })
}

function* tellingSteps(worker: Worker, pool: Roster): Generator<void, void> {
  const ids = Object.keys(pool.members) as MemberId[]
  const tell = (some: PoolMessage) => worker.postMessage(some)
  for (let from = 0; from < ids.length; from += toldAtOnce) {
    yield tell(membersToCompare(pool, ids.slice(from, from + toldAtOnce)))
  }
  tell(null)
}

function refusal(code: RosterRefusalCode): Uint8Array {
  const reading: RosterReading = { ok: false, refusal: { code, detail: null } }
  return new TextEncoder().encode(JSON.stringify(reading))
}
