import type { Journal } from '#server/journal/port.ts'

const page = 1_000

/** The first of the entries, `head + 1` when there is none, and the latest of their times. */
type Concerned = Readonly<{ first: number; latest: number }>

/** The entries up to `head` that stand at the end and bear a time after `time`. */
export async function recordedAfter(
  journal: Pick<Journal, 'read'>,
  time: number,
  head: number,
): Promise<Concerned> {
  let [first, latest] = [head + 1, time]
  while (first > 1) {
    const from = Math.max(0, first - 1 - page)
    const entries = await journal.read(from, first - 1 - from)
    const before = entries.findLastIndex(({ at }) => at <= time)
    latest = Math.max(latest, ...entries.slice(before + 1).map(({ at }) => at))
    if (before !== -1) return { first: from + before + 2, latest }
    first = from + 1
  }
  return { first, latest }
}
