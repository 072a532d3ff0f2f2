import type { Journal } from '#server/journal/port.ts'
import type { Logger } from '#server/lib/logger.ts'

/** Whether the journal takes what it is given: known from the commits and, once one has failed, from a probe. */
export class JournalHealth {
  readonly #journal: Journal
  readonly #logger: Logger
  #isFailing = false

  constructor(journal: Journal, logger: Logger) {
    this.#journal = journal
    this.#logger = logger
  }

  /** To be told of each commit that failed. One line in the log until it is over: consoles try every two seconds. */
  failed(error: unknown): void {
    if (!this.#isFailing) this.#logger.error({ error }, 'the journal does not store; commands wait')
    this.#isFailing = true
  }

  /** To be told of each commit. */
  stored(): void {
    if (this.#isFailing) this.#logger.warn('the journal stores again')
    this.#isFailing = false
  }

  /** False as long as the next command would not be stored. */
  async isReady(): Promise<boolean> {
    try {
      // Nobody may be there to try: a node that nobody is sent to would never be ready again.
      if (this.#isFailing) await this.#journal.probe()
      await this.#journal.head()
      this.stored()
      return true
    } catch {
      return false
    }
  }
}
