/** The thread of one roster file: what comes in as bytes goes out as JSON. */
import { platform, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { resolveCommune } from '#server/communes/search.ts'
import { previewRoster, type PreviewOptions } from '#server/roster/import/preview.ts'

export type FileRequest = Readonly<{ bytes: Uint8Array; departments: readonly string[] }> &
  Omit<PreviewOptions, 'placeOf'>

// Of nice(1), as the register's: who waits for an acknowledgement comes first. Only Linux gives each thread its own.
if (platform() === 'linux') setPriority(5)

// Made by `readRosterFile`, which alone starts this thread.
const { bytes, departments, ...said } = workerData as FileRequest
const reading = previewRoster(bytes, { ...said, placeOf: (text) => resolveCommune(text, departments) })
const json = new TextEncoder().encode(JSON.stringify(reading))
parentPort?.postMessage(json, [json.buffer])
