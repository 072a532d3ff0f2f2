import { second } from '#shared/lib/time.ts'
import type { Journal } from '#server/journal/port.ts'
import type { Logger } from '#server/lib/logger.ts'

/** As often as a console sends again what waits: who writes and who only reads see the end of it together. */
const askEvery = 2 * second
/** Probes in a row, with no commit that fails in between, before they are believed: what waits has been sent again by then. */
const enough = 3

/**
 * Whether the journal takes what it is given: known from this node's own commits, and from asking it by itself every
 * `askEvery` ms, since nobody may be there to write. As long as it stores it is only asked whether it answers.
 *
 * A commit that failed is answered by one that is stored. Where nobody writes, `enough` probes in a row stand for it;
 * should the next commit fail all the same, probes prove nothing here, and only a stored commit ends it.
 */
export class JournalHealth {
  readonly #journal: Pick<Journal, 'head' | 'probe'>
  readonly #logger: Pick<Logger, 'error' | 'warn'>
  readonly #listeners = new Set<() => void>()
  readonly #timer = setInterval(() => void this.#look(), askEvery).unref()
  #isStoring = true
  #isHalted = false
  #isClosed = false
  #asking: Promise<boolean> | null = null
  /** How many probes in a row have succeeded. */
  #probes = 0
  #failures = 0
  /** Null: no commit has failed since one was stored. `probes`: it is over by their word alone. */
  #commitFailed: 'open' | 'probes' | 'probes-were-wrong' | null = null

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

  /** To be told of each commit that failed. */
  failed(error: unknown): void {
    const wereWrong = this.#commitFailed === 'probes' || this.#commitFailed === 'probes-were-wrong'
    this.#commitFailed = wereWrong ? 'probes-were-wrong' : 'open'
    this.#stores(false, error)
  }

  /** To be told of each commit. */
  stored(): void {
    this.#commitFailed = null
    this.#stores(true)
  }

  /** Nothing more is entrusted to this process, whatever the journal answers: only another start ends it. */
  halt(): void {
    this.#stores(false)
    this.#isHalted = true
  }

  /** Asks the journal now. False as long as the next command would not be stored. */
  async isReady(): Promise<boolean> {
    await this.#ask()
    return this.#isStoring
  }

  /** Asks no more. To be closed before the journal is. */
  close(): void {
    this.#isClosed = true
    clearInterval(this.#timer)
  }

  /** Only what is asked at this pace is counted: whoever watches the machine may ask ten times a second. */
  async #look(): Promise<void> {
    const wasStoring = this.#isStoring
    const failures = this.#failures
    if (!(await this.#ask()) || wasStoring || this.#isStoring || this.#failures !== failures) return
    this.#probes += 1
    if (this.#commitFailed === 'probes-were-wrong') return
    if (this.#commitFailed === 'open' && this.#probes < enough) return
    if (this.#commitFailed === 'open') this.#commitFailed = 'probes'
    this.#stores(true)
  }

  /** Shared by all who ask meanwhile: what a disk or a Redis that hangs is asked must not pile up. */
  #ask(): Promise<boolean> {
    this.#asking ??= this.#answers().finally(() => (this.#asking = null))
    return this.#asking
  }

  async #answers(): Promise<boolean> {
    try {
      await (this.#isStoring ? this.#journal.head() : this.#journal.probe())
      return true
    } catch (error) {
      // A journal that has been closed meanwhile has not failed.
      if (!this.#isClosed) this.#stores(false, error)
      return false
    }
  }

  /** One line in the log until it is over: consoles try every two seconds. */
  #stores(isStoring: boolean, error?: unknown): void {
    this.#probes = 0
    if (!isStoring) this.#failures += 1
    if (isStoring === this.#isStoring || this.#isHalted) return
    this.#isStoring = isStoring
    if (isStoring) this.#logger.warn('the journal stores again')
    else this.#logger.error({ error }, 'the journal does not store; commands wait')
    for (const listener of this.#listeners) {
      try {
        listener()
      } catch (cause) {
        // Told from within the write path, which it must not stop.
        this.#logger.error({ error: cause }, 'whether the journal stores could not be told')
      }
    }
  }
}
