import type { Sight } from '#shared/calls/sight.ts'
import type { Sheet } from '#shared/calls/state.ts'
import type { CrisisId, SheetId } from '#shared/lib/id.ts'
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
  /** Null when up to date. */
  indexing(): Indexing
  /** Newest first; all words must be found, each as a beginning, among those that such a reader may read. */
  searchSheets(query: SheetQuery, sight: Sight): Promise<Page<SheetRow>>
  /** The sheet and its superseded versions; null when unknown. */
  sheet(id: SheetId): Promise<SheetRecord | null>
  /** The last sheets of a crisis with that number (E.164), newest first, at most 10. */
  sheetsByPhone(crisis: CrisisId, phone: string): Promise<readonly Sheet[]>
  /** Newest first. */
  searchLogbook(query: LogQuery): Promise<Page<LogLine>>
  /** The whole logbook in order, for export: lines with `seq > after`. */
  logbookAfter(crisis: CrisisId, after: number, limit: number): Promise<readonly LogLine[]>
  /** Calls per ten minutes and theme since `since` (ms), oldest first. */
  callSeries(crisis: CrisisId, since: number): Promise<CallSeries>
}

/** The register cannot answer at the moment. Nothing is lost: it is rebuilt from the journal. */
export class RegisterUnavailable extends Error {
  override readonly name = 'RegisterUnavailable'
}
