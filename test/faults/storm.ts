import type { CommandId } from '#shared/lib/id.ts'
import { newCommandId, type HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { content, logCall, odile } from '../support/sheets.ts'

/*
 * A storm of commands from several consoles, each with several in flight. It counts acknowledgements, so that a test
 * can strike at the nth instead of after some time.
 */

const inFlightPerConsole = 6

export class Storm {
  readonly submitted = new Set<CommandId>()
  readonly acknowledged = new Set<CommandId>()
  readonly #consoles: readonly HeadlessConsole[]
  readonly #awaited: { count: number; reached: () => void }[] = []
  #isOver = false
  #running: Promise<unknown> = Promise.resolve()

  constructor(consoles: readonly HeadlessConsole[]) {
    this.#consoles = consoles
  }

  start(): void {
    const workers = this.#consoles.flatMap((console) =>
      Array.from({ length: inFlightPerConsole }, () => this.#work(console)),
    )
    this.#running = Promise.all(workers)
  }

  /** Resolves at the moment the nth acknowledgement from now arrives, with others still under way. */
  async acknowledgements(n: number): Promise<void> {
    const count = this.acknowledged.size + n
    await new Promise<void>((reached) => this.#awaited.push({ count, reached }))
  }

  /** No more new commands; resolves with the journal's head once each has had its outcome. */
  async end(): Promise<number> {
    this.#isOver = true
    await this.#running
    for (const console of this.#consoles) await console.until(() => console.outbox.length === 0, 60_000)
    const [last] = this.#consoles
    const id = newCommandId()
    this.submitted.add(id)
    const sent = await last?.submit({ type: 'journal.note', text: 'fin', happenedAt: null }, id)
    if (sent?.status !== 'recorded' || sent.seqs === null) throw new Error('the last line was not recorded')
    return sent.seqs[1]
  }

  async #work(console: HeadlessConsole): Promise<void> {
    while (!this.#isOver) {
      const id = newCommandId()
      this.submitted.add(id)
      const sent = await console.submit(this.#command(id), id)
      if (sent.status === 'refused') throw new Error(`refused: ${sent.refusal.code} ${sent.refusal.field}`)
      if (sent.status === 'recorded') this.#count(id)
      // Kept in the outbox, which sends it by itself; the person at the desk waits for the line.
      else await console.until(() => console.isLoaded, 60_000)
    }
  }

  #command(id: CommandId) {
    const call = logCall({ content: content({ startedAt: Date.now() - 60_000 }), personal: odile })
    return id.endsWith('0') ? call : ({ type: 'journal.note', text: id, happenedAt: null } as const)
  }

  #count(id: CommandId): void {
    this.acknowledged.add(id)
    const due = this.#awaited.filter(({ count }) => count <= this.acknowledged.size)
    for (const one of due) {
      this.#awaited.splice(this.#awaited.indexOf(one), 1)
      one.reached()
    }
  }
}
