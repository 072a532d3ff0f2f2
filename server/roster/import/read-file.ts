import { Worker } from 'node:worker_threads'
import type { FileRequest } from '#server/roster/import/worker.ts'
import type { RosterRefusalCode } from '#shared/roster/import.ts'
import type { RosterReading } from '#shared/roster/preview.ts'

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

/** The reading as JSON bytes: not even its writing is left to the event loop. Never rejects. */
export async function readRosterFile(request: FileRequest): Promise<Uint8Array> {
  if (pending > mostWaiting) return refusal('file.busy')
  pending += 1
  const reading = last.then(() => readInThread(request))
  last = reading
  try {
    return await reading
  } finally {
    pending -= 1
  }
}

/** Never rejects: a thread that dies, of memory or of a bug, costs its own file only. */
function readInThread(request: FileRequest): Promise<Uint8Array> {
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
  })
}

function refusal(code: RosterRefusalCode): Uint8Array {
  const reading: RosterReading = { ok: false, refusal: { code, detail: null } }
  return new TextEncoder().encode(JSON.stringify(reading))
}
