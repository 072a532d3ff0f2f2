import { timesOf } from '#shared/clock/select.ts'
import type { ClockState } from '#shared/clock/state.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import { featureOf } from '#shared/event.ts'
import { tell } from '#shared/journal/sentence.ts'
import { tellAuthor, type Lookup } from '#shared/journal/telling.ts'
import { isFoundBy, termsOf } from '#shared/register/terms.ts'
import type { LogLine } from '#shared/register/queries.ts'

/** What narrows the logbook on the screen. */
export type LogFilter = Readonly<{ text: string; feature: string | null; person: string | null }>

export const noFilter: LogFilter = { text: '', feature: null, person: null }

/** What a live fact is told with. */
type Reading = Readonly<{ clock: ClockState; lookup: Lookup }>

/** A live fact as the register will tell it a moment later. */
function lineOf(entry: LiveEntry, { clock, lookup }: Reading): LogLine {
  const { seq, by, event } = entry
  return {
    seq,
    ...timesOf(clock, entry),
    happenedAt: 'happenedAt' in event ? event.happenedAt : null,
    by,
    author: tellAuthor(by, lookup, 'fr'),
    type: event.type,
    fr: tell(event, lookup, 'fr'),
    en: tell(event, lookup, 'en'),
    struck: null,
  }
}

/** The register's lines with the live ones that it does not hold yet on top, and live strikes applied to both. */
export function joinLive(
  told: readonly LogLine[],
  live: readonly LiveEntry[],
  { filter, ...reading }: Reading & Readonly<{ filter: LogFilter }>,
): readonly LogLine[] {
  const newest = told[0]?.seq ?? 0
  const fresh = live
    .filter(({ seq }) => seq > newest)
    .map((entry) => lineOf(entry, reading))
    .filter((line) => passes(line, filter))
  return [...fresh.reverse(), ...told].map((line) => strikeLive(line, live, reading))
}

/** The same narrowing as the register's, for the few lines it does not hold yet. */
function passes({ type, by, author, fr, en }: LogLine, { text, feature, person }: LogFilter): boolean {
  if (feature !== null && featureOf(type) !== feature) return false
  if (person !== null && by !== person) return false
  return isFoundBy(`${author} ${fr} ${en}`, termsOf(text))
}

function strikeLive(line: LogLine, live: readonly LiveEntry[], { clock, lookup }: Reading): LogLine {
  if (line.struck !== null) return line
  for (const entry of live) {
    const { event, by } = entry
    if (event.type === 'journal.struck' && event.line === line.seq) {
      const { at } = timesOf(clock, entry)
      return { ...line, struck: { by, author: tellAuthor(by, lookup, 'fr'), at, reason: event.reason } }
    }
  }
  return line
}
