import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** What a process has used, as its probe tells it. */
type Usage = Readonly<{
  /** Microseconds of processor, all threads, since the start. */
  cpu: number
  /** Bytes. */
  rss: number
  /** How late the event loop was since the last question, p99, milliseconds. */
  loopDelay: number
  /**
   * What the event loop did in one go since the last question, at most: milliseconds of its own processor, whatever else the
   * machine did meanwhile. 0 unless it is watched.
   */
  longestHold: number
}>

export type Measured = AsyncDisposable &
  Readonly<{
    url: string
    /** Milliseconds from the fork to the first line that tells an address. */
    startedIn: number
    usage: () => Promise<Usage>
    /** From now on its holds are measured. */
    watchHolds: () => void
  }>

type Options = Readonly<{ args?: readonly string[]; env?: Readonly<Record<string, string>> }>

const probe = new URL('../probe.mjs', import.meta.url).href
const address = /http:\/\/127\.0\.0\.1:\d+/

/** Starts a server in a process of its own, with the probe, and waits until it says where it listens. */
export async function startServer(script: URL, { args = [], env = {} }: Options): Promise<Measured> {
  const began = performance.now()
  const child = fork(script, args, {
    execArgv: ['--import', probe],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const url = await firstAddress(child)
  return {
    url,
    startedIn: performance.now() - began,
    usage: () => ask<{ usage: Usage }>(child, 'usage').then(({ usage }) => usage),
    watchHolds: () => void child.send('watch'),
    [Symbol.asyncDispose]: () => end(child),
  }
}

/** The installation under test: what `npm start` runs, on a data folder that holds a journal. */
export function startOurs(folder: string, env: Readonly<Record<string, string>> = {}): Promise<Measured> {
  return startServer(new URL('../../start.ts', import.meta.url), {
    env: { PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', ...env },
  })
}

/** What stands behind the limit: the same journal, or one bare table. */
export type LimitStore = 'journal' | 'bare'

export function startLimit(folder: string, store: LimitStore): Promise<Measured> {
  return startServer(new URL('../limit/server.ts', import.meta.url), { args: [folder, store] })
}

/** One question, one answer: callers never ask twice at once. */
export async function ask<T>(child: ChildProcess, message: string | object): Promise<T> {
  const answered = once(child, 'message')
  child.send(message)
  const [answer] = (await answered) as [T]
  return answer
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = address.exec(said)
      if (found !== null) resolve(found[0])
    })
  })
}
