import type { Position } from '#shared/journal/entry.ts'
import { z } from 'zod'
import { CommandId, type SubjectId } from '#shared/lib/id.ts'
import { mostAskedAbout, type Held } from '#shared/sync/wire.ts'
import { entryAt } from '#server/journal/entry-at.ts'
import type { Journal } from '#server/journal/port.ts'

const AskedAbout = z.array(CommandId).max(mostAskedAbout)

type HistoryParts = Readonly<{
  journal: Pick<Journal, 'read' | 'entriesOf'>
  /** What needs no question to the journal; null when it is not remembered. */
  knows: (position: Position) => boolean | null
  /** Whoever was ever erased, in this history or in another. */
  erased: () => readonly SubjectId[]
}>

/**
 * Whether consoles live in this journal's history. After a restore a console may hold entries that are gone, under
 * numbers that have been given again: only the hash tells.
 */
export class History {
  readonly #journal: Pick<Journal, 'read' | 'entriesOf'>
  readonly #knows: (position: Position) => boolean | null
  readonly #erased: () => readonly SubjectId[]

  constructor({ journal, knows, erased }: HistoryParts) {
    this.#journal = journal
    this.#knows = knows
    this.#erased = erased
  }

  /** Whether the journal holds each of these; a console that names nothing contradicts nothing. */
  async holds(positions: readonly (Position | null)[]): Promise<boolean> {
    const held = await Promise.all(positions.map((position) => this.#holds(position)))
    return held.every((one) => one)
  }

  /** Which of these commands the journal does not hold, and of whom nothing is to be recorded again. */
  async held(input: unknown): Promise<Held> {
    const asked = AskedAbout.safeParse(input)
    if (!asked.success) return null
    const missing: CommandId[] = []
    try {
      for (const id of asked.data) {
        if ((await this.#journal.entriesOf(id)).length === 0) missing.push(id)
      }
      return { missing, erased: this.#erased() }
    } catch {
      return null
    }
  }

  async #holds(position: Position | null): Promise<boolean> {
    if (position === null) return true
    const known = this.#knows(position)
    if (known !== null) return known
    try {
      return (await entryAt(this.#journal, position.seq))?.hash === position.hash
    } catch {
      // A journal that does not answer contradicts nobody: it is asked again at the next hello.
      return true
    }
  }
}
