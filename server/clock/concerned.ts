import type { Journal } from '#server/journal/port.ts'

const page = 1_000

/** The first of the entries up to `head` that stand at the end and bear a time after `time`; `head + 1` when none does. */
export async function recordedAfter(
  journal: Pick<Journal, 'read'>,
  time: number,
  head: number,
): Promise<number> {
  let first = head + 1
  while (first > 1) {
    const from = Math.max(0, first - 1 - page)
    const entries = await journal.read(from, first - 1 - from)
    const before = entries.findLast(({ at }) => at <= time)
    if (before !== undefined) return before.seq + 1
    first = from + 1
  }
  return first
}
