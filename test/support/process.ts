import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { readConfig } from '#server/config.ts'
import { openJournal } from '#server/journal/open.ts'
import { createAccounts } from './accounts.ts'
import { named } from './app.ts'
import { compileCache } from './compile-cache.ts'
import { freePort } from './free-port.ts'

type Environment = Readonly<Record<string, string>>

/** The real server, in its own process, as an installation runs it: it can be killed and started again. */
export class ServerProcess implements AsyncDisposable {
  readonly url: string
  readonly #environment: Environment
  #process: ChildProcess | null = null
  #announced = ''

  private constructor(port: number, environment: Environment) {
    this.url = `http://127.0.0.1:${port}`
    this.#environment = environment
  }

  /** With an account for each role. `DATA_DIR` is required; it is kept between restarts, like the port. */
  static async start(
    settings: Environment & Readonly<{ DATA_DIR: string }>,
    script?: string,
  ): Promise<ServerProcess> {
    const port = await freePort()
    const environment = { ...named, LOG_LEVEL: 'error', ...settings, PORT: String(port) }
    mkdirSync(settings.DATA_DIR, { recursive: true })
    {
      await using journal = await openJournal(readConfig(environment), () => {})
      await createAccounts(journal)
    }
    const server = new ServerProcess(port, environment)
    await server.start(script)
    return server
  }

  /** As a new installation begins: on an empty journal, which nothing has touched before. */
  static async startEmpty(settings: Environment & Readonly<{ DATA_DIR: string }>): Promise<ServerProcess> {
    const port = await freePort()
    const server = new ServerProcess(port, { LOG_LEVEL: 'error', ...settings, PORT: String(port) })
    await server.start()
    return server
  }

  /** What it has printed on its terminal until it was ready. */
  get announced(): string {
    return this.#announced
  }

  get pid(): number {
    const pid = this.#process?.pid
    if (pid === undefined) throw new Error('the server does not run')
    return pid
  }

  /** Resolves once it answers; rejects with its words when it ends before that. */
  async start(script = 'server/main.ts'): Promise<void> {
    const child = spawn(process.execPath, [script], {
      env: { PATH: process.env['PATH'], ...compileCache, ...this.#environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#process = child
    const said: string[] = []
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`the server ended with code ${code}: ${said.join('')}`)
    })
    // Whatever it does once it is ready is the test's business.
    ended.catch(() => {})
    // Its output may end before its exit is told.
    this.#announced = (await Promise.race([ended, announcementOf(child)])) ?? (await ended)
  }

  /** At once, as a crash would (`SIGKILL`), or as a system asks (`SIGTERM`). Resolves with its exit code. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<number | null> {
    const child = this.#process
    this.#process = null
    if (child === null || child.exitCode !== null) return child?.exitCode ?? null
    const exit = once(child, 'exit')
    child.kill(signal)
    const [code] = await exit
    return code as number | null
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill()
  }
}

/** It prints where its data lie once it listens. Null when it ends before that. */
async function announcementOf(child: ChildProcess): Promise<string | null> {
  if (child.stdout === null) throw new Error('a server without output')
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (!line.includes('Données')) continue
    // An unread pipe would block it once full.
    child.stdout.resume()
    return lines.join('\n')
  }
  return null
}
