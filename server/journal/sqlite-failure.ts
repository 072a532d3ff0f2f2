import { JournalDamaged, JournalRefused, JournalUnavailable } from './port.ts'
import type { Failure } from './sqlite-protocol.ts'

/** SQLite's result codes that say "not now" (busy, locked, no memory, read-only, I/O, full, cannot open). */
const passing: ReadonlySet<number> = new Set([5, 6, 7, 8, 10, 13, 14])
const full = 13
/** Malformed, not a database. */
const broken: ReadonlySet<number> = new Set([11, 26])

/** What an error of this thread means to the journal's users. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof JournalDamaged) return { kind: 'damaged', message }
  if (error instanceof JournalUnavailable) return { kind: 'unavailable', message }
  if (error instanceof JournalRefused) return { kind: 'refused', message }
  const { errcode } = error as { errcode?: unknown }
  // The low byte is the kind; the rest tells the system call that failed.
  const code = typeof errcode === 'number' ? errcode & 0xff : 0
  if (code === full) {
    return { kind: 'unavailable', message: 'the disk of the journal is full: make room on it' }
  }
  if (passing.has(code)) return { kind: 'unavailable', message: `the journal's disk: ${message}` }
  return { kind: broken.has(code) ? 'damaged' : 'bug', message }
}
