import { JournalUnavailable } from '#server/journal/port.ts'

/** Tries as a dispatcher does: again while the journal is unavailable, in words that match `passing`. */
export async function untilAvailable<T>(run: () => Promise<T>, passing = /examined|answer/): Promise<T> {
  for (;;) {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof JournalUnavailable) || !passing.test(error.message)) throw error
      await new Promise(setImmediate)
    }
  }
}
