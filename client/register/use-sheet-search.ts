import { getJson } from '#client/lib/api.ts'
import { usePages, type FetchPage, type Pages } from '#client/register/use-pages.ts'
import type { SheetQuery, SheetRow } from '#shared/register/queries.ts'

/** What is looked for; what is left out is not narrowed. Null: the search is closed. */
export type SheetSearch = Readonly<Partial<Omit<SheetQuery, 'cursor'>> & Pick<SheetQuery, 'crisis'>> | null

const fetchSheets: FetchPage<SheetRow> = (query, signal) => getJson(`/api/register/sheets?${query}`, signal)

/** Search over all sheets of a crisis while typing, newest first. Names are found by those who may read them. */
export function useSheetSearch(search: SheetSearch): Pages<SheetRow> {
  return usePages(fetchSheets, search)
}
