import type { Commune } from '#shared/activation/commands.ts'
import type { Content } from '#shared/calls/content.ts'
import { themeOf, type Theme } from '#shared/calls/reasons.ts'
import type { Bucket, Counters } from '#shared/calls/state.ts'
import { hour, minute } from '#shared/lib/time.ts'

export const bucketLength = 10 * minute
const keptFor = 48 * hour
// A département has up to 890 communes; the screens show the first ten, the register counts them all.
const maxCommunes = 100

type Counted = Pick<Content, 'startedAt' | 'reason' | 'commune'>

export function bucketStart(at: number): number {
  return at - (at % bucketLength)
}

/** One more call, by whoever took it. */
export function countCall(counters: Counters, call: Counted, taker: string): Counters {
  const counted = count(counters, call, 1)
  return {
    ...counted,
    total: counters.total + 1,
    byTaker: { ...counters.byTaker, [taker]: (counters.byTaker[taker] ?? 0) + 1 },
  }
}

/** A corrected call is counted where it belongs and no longer where it was. */
export function recountCall(counters: Counters, was: Counted, is: Counted): Counters {
  return count(count(counters, was, -1), is, 1)
}

function count(counters: Counters, { startedAt, reason, commune }: Counted, by: 1 | -1): Counters {
  const theme = themeOf(reason)
  return {
    ...counters,
    byTheme: addTo(counters.byTheme, theme, by),
    buckets: countInBucket(counters.buckets, { start: bucketStart(startedAt), theme, by }),
    ...(commune === null ? {} : countCommune(counters, commune, by)),
  }
}

function addTo(counts: Counters['byTheme'], theme: Theme, by: number): Counters['byTheme'] {
  const { [theme]: before = 0, ...others } = counts
  return before + by <= 0 ? others : { ...others, [theme]: before + by }
}

function countInBucket(
  buckets: readonly Bucket[],
  { start, theme, by }: Readonly<{ start: number; theme: Theme; by: number }>,
): readonly Bucket[] {
  const at = buckets.findLastIndex((bucket) => bucket.start <= start)
  const found = buckets[at]
  const isThere = found?.start === start
  const before = isThere ? found : { start, total: 0, byTheme: {} }
  const after = { start, total: before.total + by, byTheme: addTo(before.byTheme, theme, by) }
  const changed = buckets.toSpliced(
    isThere ? at : at + 1,
    isThere ? 1 : 0,
    ...(after.total > 0 ? [after] : []),
  )
  return keepNewest(changed)
}

/** Calls were counted under a wrong clock, between `from` and `to`: they count `by` ms later, to the next ten minutes. */
export function moveCounts(
  counters: Counters,
  { from, to, by }: Readonly<{ from: number; to: number; by: number }>,
): Counters {
  // A stretch that began before the clock was wrong: left ahead of time it would keep every later call from being counted.
  const first = by < 0 ? bucketStart(from) : from
  const moved = counters.buckets.map((bucket) =>
    bucket.start >= first && bucket.start <= to
      ? { ...bucket, start: bucketStart(bucket.start + by) }
      : bucket,
  )
  return { ...counters, buckets: keepNewest(moved.toSorted((a, b) => a.start - b.start).reduce(join, [])) }
}

function join(buckets: readonly Bucket[], { start, total, byTheme }: Bucket): readonly Bucket[] {
  const last = buckets.at(-1)
  if (last?.start !== start) return [...buckets, { start, total, byTheme }]
  const themes = Object.entries(byTheme) as [Theme, number][]
  const both = themes.reduce((sum, [theme, count]) => addTo(sum, theme, count), last.byTheme)
  return [...buckets.slice(0, -1), { start, total: last.total + total, byTheme: both }]
}

function keepNewest(buckets: readonly Bucket[]): readonly Bucket[] {
  const newest = buckets.at(-1)?.start ?? 0
  return buckets.filter(({ start }) => start > newest - keptFor)
}

function countCommune(
  { communes, elsewhere }: Counters,
  commune: Commune,
  by: 1 | -1,
): Pick<Counters, 'communes' | 'elsewhere'> {
  const at = communes.findIndex((line) => line.commune.code === commune.code)
  const found = communes[at]
  if (found === undefined && by < 0) return { communes, elsewhere: Math.max(0, elsewhere - 1) }
  if (found === undefined) return trim({ communes: [...communes, { commune, count: 1 }], elsewhere })
  const next = { ...found, count: found.count + by }
  return { communes: communes.toSpliced(at, 1, ...(next.count > 0 ? [next] : [])), elsewhere }
}

/** The quietest of the others makes room: a commune that starts calling now must be able to climb. */
function trim({
  communes,
  elsewhere,
}: Pick<Counters, 'communes' | 'elsewhere'>): Pick<Counters, 'communes' | 'elsewhere'> {
  if (communes.length <= maxCommunes) return { communes, elsewhere }
  const fewest = Math.min(...communes.slice(0, -1).map((line) => line.count))
  const at = communes.findIndex((line) => line.count === fewest)
  return { communes: communes.toSpliced(at, 1), elsewhere: elsewhere + fewest }
}
