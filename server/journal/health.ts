import { second } from '#shared/lib/time.ts'
import type { Journal } from '#server/journal/port.ts'
import type { Logger } from '#server/lib/logger.ts'

/** As often as a console sends again what waits: who writes and who only reads see the end of it together. */
const askEvery = 2 * second

/**
 * Whether the journal takes what it is given: known from the commits, and from asking it by itself every `askEvery` ms,
 * since nobody may be there to write. As long as it stores it is only asked whether it answers; then it is probed.
 */
export class JournalHealth {
  readonly #journal: Pick<Journal, 'head' | 'probe'>
  readonly #logger: Pick<Logger, 'error' | 'warn'>
  readonly #listeners = new Set<() => void>()
  readonly #timer = setInterval(() => void this.isReady(), askEvery).unref()
  #isStoring = true
  #isClosed = false
  #asking: Promise<void> | null = null

  constructor(journal: Pick<Journal, 'head' | 'probe'>, logger: Pick<Logger, 'error' | 'warn'>) {
    this.#journal = journal
    this.#logger = logger
  }

  /** False from the first failure until the journal is known to store again. */
  get isStoring(): boolean {
    return this.#isStoring
  }

  /** Calls back at each change of `isStoring`. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  /** To be told of each commit that failed. One line in the log until it is over: consoles try every two seconds. */
  failed(error: unknown): void {
    if (!this.#isStoring) return
    this.#logger.error({ error }, 'the journal does not store; commands wait')
    this.#change(false)
  }

  /** To be told of each commit. */
  stored(): void {
    if (this.#isStoring) return
    this.#logger.warn('the journal stores again')
    this.#change(true)
  }

  /** Asks the journal now. False as long as the next command would not be stored. */
  async isReady(): Promise<boolean> {
    // Shared by all who ask meanwhile: what a disk or a Redis that hangs is asked must not pile up.
    this.#asking ??= this.#ask().finally(() => (this.#asking = null))
    await this.#asking
    return this.#isStoring
  }

  /** Asks no more. To be closed before the journal is. */
  close(): void {
    this.#isClosed = true
    clearInterval(this.#timer)
  }

  async #ask(): Promise<void> {
    try {
      if (this.#isStoring) return void (await this.#journal.head())
      await this.#journal.probe()
      this.stored()
    } catch (error) {
      // A journal that has been closed meanwhile has not failed.
      if (!this.#isClosed) this.failed(error)
    }
  }

  #change(isStoring: boolean): void {
    this.#isStoring = isStoring
    for (const listener of this.#listeners) listener()
  }
}
