import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, rm, stat, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from './free-port.ts'

/** A real redis-server of our own: its port, its folder, stopped by its own process id. */
export class RedisServer implements AsyncDisposable {
  readonly url: string
  readonly #port: number
  readonly #folder: string
  readonly #options: readonly string[]
  #process: ChildProcess | null = null

  private constructor(port: number, folder: string, options: readonly string[]) {
    this.url = `redis://127.0.0.1:${port}`
    this.#port = port
    this.#folder = folder
    this.#options = options
  }

  /** By default it keeps everything (`appendonly yes`, `appendfsync always`); `options` come after and win. */
  static async start(options: readonly string[] = []): Promise<RedisServer> {
    const folder = await mkdtemp(join(tmpdir(), 'redis-'))
    const server = new RedisServer(await freePort(), folder, options)
    await server.restart()
    return server
  }

  /** Starts it on what it kept. */
  async restart(): Promise<void> {
    const base = ['--bind', '127.0.0.1', '--port', String(this.#port), '--dir', this.#folder, '--save', '']
    const durable = ['--appendonly', 'yes', '--appendfsync', 'always']
    const child = spawn('redis-server', [...base, ...durable, ...this.#options], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    this.#process = child
    await ready(child)
  }

  /** At once, as a crash would. */
  async kill(): Promise<void> {
    const child = this.#process
    this.#process = null
    if (child === null || child.exitCode !== null) return
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }

  /** Answers nothing from here on, and closes nothing, as behind a network that swallows everything. */
  hang(): void {
    this.#process?.kill('SIGSTOP')
  }

  goOn(): void {
    this.#process?.kill('SIGCONT')
  }

  /** Everything that it has on disk. */
  async bytes(): Promise<Buffer> {
    const names = await readdir(this.#folder, { recursive: true, withFileTypes: true })
    const files = names.filter((entry) => entry.isFile())
    return Buffer.concat(await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name)))))
  }

  /** Copies what it has written down so far, as a backup of its machine does. */
  async backUp(): Promise<void> {
    await cp(this.#folder, `${this.#folder}.kept`, { recursive: true, force: true })
  }

  /** Stops at once, and starts again on what was copied. */
  async putBack(): Promise<void> {
    await this.kill()
    await rm(this.#folder, { recursive: true })
    await cp(`${this.#folder}.kept`, this.#folder, { recursive: true })
    await this.restart()
  }

  /** Bytes in the file that it appends to. */
  async written(): Promise<number> {
    return (await stat(await this.#appended())).size
  }

  /** Keeps only the first bytes of the file that it appends to, as when the machine dies while it writes. */
  async cut(size: number): Promise<void> {
    await truncate(await this.#appended(), size)
  }

  async #appended(): Promise<string> {
    const folder = join(this.#folder, 'appendonlydir')
    const file = (await readdir(folder)).findLast((name) => name.endsWith('.incr.aof'))
    if (file === undefined) throw new Error('redis-server appends to no file')
    return join(folder, file)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill()
    for (const folder of [this.#folder, `${this.#folder}.kept`]) {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

async function ready(child: ChildProcess): Promise<void> {
  const missing = once(child, 'error').then(([cause]) => {
    throw new Error('redis-server is missing: install it with "apt-get install redis-server"', { cause })
  })
  const early = once(child, 'exit').then(([code]) => {
    throw new Error(`redis-server ended with code ${code} before it was ready`)
  })
  await Promise.race([missing, early, readyLine(child)])
  // Whatever it does later is the test's business.
  missing.catch(() => {})
  early.catch(() => {})
}

async function readyLine(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('redis-server without output')
  const lines = createInterface({ input: child.stdout })
  for await (const line of lines) {
    if (line.includes('Ready to accept connections')) break
  }
  // An unread pipe would block it once full.
  child.stdout.resume()
}
