/** The thread of one roster file: what comes in as bytes, and then the pool, goes out as JSON. */
import { platform, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { resolveCommune } from '#server/communes/search.ts'
import type { ExistingMember } from '#server/roster/import/compare.ts'
import { previewRoster, type PreviewOptions } from '#server/roster/import/preview.ts'

export type FileRequest = Readonly<{ bytes: Uint8Array; departments: readonly string[] }> &
  Omit<PreviewOptions, 'placeOf' | 'existing'>
/** Some of the pool's members; null: these were all. */
export type PoolMessage = readonly ExistingMember[] | null

// Of nice(1), as the register's: who waits for an acknowledgement comes first. Only Linux gives each thread its own.
if (platform() === 'linux') setPriority(5)

// Made by `readRosterFile`, which alone starts this thread.
const { bytes, departments, ...said } = workerData as FileRequest
const existing: ExistingMember[] = []
parentPort?.on('message', (some: PoolMessage) => {
  if (some === null) answer()
  else existing.push(...some)
})

function answer(): void {
  const placeOf = (text: string) => resolveCommune(text, departments)
  const reading = previewRoster(bytes, { ...said, existing, placeOf })
  const json = new TextEncoder().encode(JSON.stringify(reading))
  parentPort?.postMessage(json, [json.buffer])
}
