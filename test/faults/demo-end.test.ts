import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePort } from '../support/free-port.ts'

let folder: string
let environment: NodeJS.ProcessEnv
let url: string
const started: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-demo-'))
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  environment = { PATH: process.env['PATH'], DATA_DIR: folder, PORT: String(port) }
})
afterEach(async () => {
  for (const { pid } of started.splice(0)) endGroup(pid)
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
})

/** As `npm start -- --demo` does, in a process group of its own: what it leaves behind can be ended with it. */
function startDemo(): ChildProcess {
  const child = spawn(process.execPath, ['scripts/start.ts', '--demo'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  started.push(child)
  return child
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing of it is left: what the test is for.
  }
}

/** It shows its accounts once the server answers and they are made. */
async function isPlaying({ stdout }: ChildProcess): Promise<boolean> {
  if (stdout === null) throw new Error('a demonstration without output')
  for await (const line of createInterface({ input: stdout })) {
    if (!line.includes('Ctrl C')) continue
    stdout.resume()
    return true
  }
  return false
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const answers = () =>
  fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )

test('[S4] a demonstration that is killed takes its server with it, and the next start goes on', async () => {
  const demo = startDemo()
  expect(await isPlaying(demo)).toBe(true)
  expect(await answers()).toBe(true)
  const killedAt = Date.now()
  await kill(demo)
  await expect.poll(answers, { timeout: 10_000 }).toBe(false)
  // What a stop in good order leaves for the next start.
  const leftAt = () => statSync(join(folder, 'snapshot.bin'), { throwIfNoEntry: false })?.mtimeMs
  await expect.poll(leftAt, { timeout: 10_000 }).toBeGreaterThan(killedAt)
  expect(await isPlaying(startDemo())).toBe(true)
})

test('[S4] nor does one that is killed while its server starts leave it behind', async () => {
  const demo = startDemo()
  await expect
    .poll(() => existsSync(join(folder, 'journal.lock')), { timeout: 10_000, interval: 1 })
    .toBe(true)
  await kill(demo)
  // The start that is under way comes to its end first.
  await expect.poll(() => isPlaying(startDemo())).toBe(true)
})

test('[S5] Ctrl C ends a demonstration in good order, also while its exercise begins', async () => {
  const demo = startDemo()
  expect(await isPlaying(demo)).toBe(true)
  // The terminal tells the server too.
  process.kill(-Number(demo.pid), 'SIGINT')
  expect(await once(demo, 'exit')).toEqual([0, null])
})
