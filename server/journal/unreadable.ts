import type { SubjectId } from '#shared/lib/id.ts'
import type { Unreadable } from './port.ts'

/** The subjects whose sealed data was found not to open, each with the first entry that showed it. */
export class UnreadableSubjects {
  readonly #first = new Map<SubjectId, number>()

  found({ subject, seq }: Unreadable): void {
    this.#first.set(subject, Math.min(seq, this.#first.get(subject) ?? seq))
  }

  list(): readonly Unreadable[] {
    return Array.from(this.#first, ([subject, seq]) => ({ subject, seq }))
  }
}
