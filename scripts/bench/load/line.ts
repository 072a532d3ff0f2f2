/**
 * Consoles as light as they can be: raw `ws`, and just enough of each server's protocol. A browser's console folds what
 * it receives; these only note that it came, so that one process can be thousands of them.
 */
import { WebSocket } from 'ws'
import { protocol } from '#shared/sync/wire.ts'
import type { Target } from './orders.ts'
import type { Tracker } from './tracker.ts'

export interface Line {
  /** Resolves when it takes part. */
  readonly ready: Promise<void>
  /** Message bytes received since it began to ask for what it misses, framing aside. */
  readonly bytes: number
  /** When it began to ask, by this process's clock. */
  readonly askedAt: number
  submit: (id: string, command: string) => void
  close: () => void
}

type Options = Readonly<{ nth: number; tracker: Tracker; listens: boolean }>

export function openLine(target: Target, options: Options): Line {
  return target.kind === 'limit' ? new LimitLine(target.url, options) : new ConsoleLine(target, options)
}

function connect(url: string, cookie: string): WebSocket {
  const headers = { cookie }
  return new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true, headers })
}

class LimitLine implements Line {
  readonly ready: Promise<void>
  bytes = 0
  readonly askedAt = performance.now()
  readonly #socket: WebSocket
  readonly #options: Options
  readonly #waiting = new Map<string, number>()

  constructor(url: string, options: Options) {
    this.#options = options
    this.#socket = connect(url.replace('http', 'ws'), '')
    this.ready = new Promise((resolve, reject) => {
      this.#socket.once('open', resolve)
      this.#socket.once('error', reject)
    })
    this.#socket.on('message', (data: Buffer) => this.#receive(data))
  }

  submit(id: string, command: string): void {
    this.#waiting.set(id, this.#options.tracker.sent(id))
    this.#socket.send(command)
  }

  close(): void {
    this.#socket.terminate()
  }

  #receive(data: Buffer): void {
    this.bytes += data.length
    const { tracker, listens } = this.#options
    if (data.toString('latin1', 0, 8) !== '{"ack":"') return void (listens && tracker.delivered(data))
    tracker.answered(this.#waiting.get(data.toString('latin1', 8, 44)) ?? Number.NaN, true)
  }
}

type Ours = Extract<Target, { kind: 'ours' }>

/** engine.io's "message" and Socket.IO's packet types, as they stand in front of each text. */
const packet = { ping: '2', open: '0', connected: '40', event: '42', answer: '43', binaryEvent: '45' }

class ConsoleLine implements Line {
  readonly ready: Promise<void>
  bytes = 0
  askedAt = 0
  readonly #socket: WebSocket
  readonly #target: Ours
  readonly #options: Options
  readonly #waiting = new Map<number, number>()
  #asked = 0
  #snapshotAnswer = ''
  #isReady: () => void = () => {}

  constructor(target: Ours, options: Options) {
    this.#target = target
    this.#options = options
    const { cookies, url } = target
    const cookie = cookies[options.nth % cookies.length] ?? ''
    this.#socket = connect(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, cookie)
    this.ready = new Promise((resolve, reject) => {
      this.#isReady = resolve
      this.#socket.once('error', reject)
      this.#socket.once('close', () => reject(new Error('the server hung up')))
    })
    this.#socket.on('message', (data: Buffer, isBinary) =>
      isBinary ? this.#applied(data) : this.#receive(data),
    )
  }

  submit(id: string, command: string): void {
    this.#asked += 1
    this.#waiting.set(this.#asked, this.#options.tracker.sent(id))
    this.#socket.send(`42${this.#asked}["submit",${command}]`)
  }

  close(): void {
    this.#socket.terminate()
  }

  #receive(data: Buffer): void {
    this.bytes += data.length
    const first = data.toString('latin1', 0, 1)
    if (first === packet.ping) return this.#socket.send('3')
    if (first === packet.open) return this.#socket.send(packet.connected)
    const kind = data.toString('latin1', 0, 2)
    if (kind === packet.event) return this.#hear(data)
    if (kind === packet.answer) return this.#answered(data.toString())
    if (kind === packet.connected) return this.#hello()
    // The packet's number says which answer is expected once its bytes, which follow, are applied.
    if (kind === packet.binaryEvent) this.#snapshotAnswer = `43${/-(\d+)/.exec(data.toString())?.[1]}[]`
  }

  #hello(): void {
    const { crisis, last } = this.#target
    this.bytes = 0
    this.askedAt = performance.now()
    const hello = { protocol, person: null, crisis, last, recorded: null }
    this.#socket.send(`420${JSON.stringify(['hello', hello])}`)
  }

  #hear(data: Buffer): void {
    if (data.toString('latin1', 2, 12) !== '["entries"') return
    if (this.#options.listens) this.#options.tracker.delivered(data)
    // A console that resumes: what it missed came as entries.
    this.#isReady()
  }

  #answered(text: string): void {
    const [, number = '', body = ''] = /^43(\d+)(.*)$/s.exec(text) ?? []
    if (number === '0') return this.#welcomed(body)
    const sentAt = this.#waiting.get(Number(number))
    this.#waiting.delete(Number(number))
    if (sentAt !== undefined) this.#options.tracker.answered(sentAt, body.includes('"accepted"'))
  }

  #welcomed(body: string): void {
    if (!body.includes('"ready"')) throw new Error(`not welcome: ${body}`)
  }

  #applied(data: Buffer): void {
    this.bytes += data.length
    this.#socket.send(this.#snapshotAnswer)
    this.#isReady()
  }
}
