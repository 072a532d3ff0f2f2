import type { Sight } from '#shared/calls/sight.ts'
import type { Sheet } from '#shared/calls/state.ts'
import type { CrisisId, SheetId, SubjectId } from '#shared/lib/id.ts'
import type {
  CallSeries,
  Indexing,
  LogLine,
  LogQuery,
  Page,
  SheetQuery,
  SheetRecord,
  SheetRow,
} from '#shared/register/queries.ts'

/**
 * Everything that has happened, searchable: a projection of the journal, per node, rebuilt when lost. It answers with
 * full records: masking for the reader is the caller's part (`routes.ts`).
 *
 * A method throws `RegisterUnavailable` when the file behind it does not answer.
 */
export interface Register extends AsyncDisposable {
  /** The last seq that searches see. */
  caughtUpTo(): number
  /** Resolves once searches see `seq`. Rejects with the signal's reason when it aborts first. */
  waitFor(seq: number, signal?: AbortSignal): Promise<void>
  /** Null when up to date and whole; otherwise answers lack something, and say so. */
  indexing(): Indexing
  /** It lacks what it once had, or has not had yet: it is being made (anew). A short lag is none. */
  isRebuilt(): boolean
  /** Counts whether all that it has taken is in it. Where it is not, it is made anew from here on. */
  isWhole(): Promise<boolean>
  /** Newest first; all words must be found, each as a beginning, among those that such a reader may read. */
  searchSheets(query: SheetQuery, sight: Sight): Promise<Page<SheetRow>>
  /** The sheet and its superseded versions; null when unknown. */
  sheet(id: SheetId): Promise<SheetRecord | null>
  /** Whether there has ever been such a sheet, account or member. */
  knows(id: SubjectId): Promise<boolean>
  /** The last sheets of a crisis with that number (E.164), newest first, at most 10. */
  sheetsByPhone(crisis: CrisisId, phone: string): Promise<readonly Sheet[]>
  /** Newest first. */
  searchLogbook(query: LogQuery): Promise<Page<LogLine>>
  /** How many lines the logbook of a crisis has. */
  countLines(crisis: CrisisId): Promise<number>
  /** The whole logbook in order, for export: lines with `seq > after`. */
  logbookAfter(crisis: CrisisId, after: number, limit: number): Promise<readonly LogLine[]>
  /** Calls per ten minutes and theme since `since` (ms), oldest first. */
  callSeries(crisis: CrisisId, since: number): Promise<CallSeries>
}

/** The register cannot answer at the moment. Nothing is lost: it is rebuilt from the journal. */
export class RegisterUnavailable extends Error {
  override readonly name = 'RegisterUnavailable'
}
