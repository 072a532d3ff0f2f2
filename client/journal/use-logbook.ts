import { useEffect, useMemo, useRef } from 'react'
import { joinLive, type LogFilter } from '#client/journal/log-lines.ts'
import { lookupIn } from '#client/sync/use-names.ts'
import { getJson } from '#client/lib/api.ts'
import { usePages, type FetchPage, type Pages } from '#client/register/use-pages.ts'
import { useConsole } from '#client/sync/use-console.ts'
import type { LogLine } from '#shared/register/queries.ts'

/** The live window holds 40 facts: past this many that the register has not told yet, it is asked again. */
const tooManyUntold = 25

const fetchLines: FetchPage<LogLine> = (query, signal) => getJson(`/api/register/logbook?${query}`, signal)

/** The followed crisis' main courante, live: the register's pages with what happens now on top. */
export function useLogbook(filter: LogFilter): Pages<LogLine> {
  const crisis = useConsole((view) => view.followed)
  const recent = useConsole((view) => view.crisis?.journal.recent ?? null)
  const standing = useConsole((view) => view.state.standing)
  const connection = useConsole((view) => view.connection)
  const pages = usePages(fetchLines, crisis === null ? null : { crisis, ...filter })
  const { rows, refresh, status } = pages

  const lines = useMemo(
    () => joinLive(rows, recent ?? [], { filter, lookup: lookupIn(standing), clock: standing.clock }),
    [rows, recent, filter, standing],
  )
  const newest = rows[0]?.seq ?? 0
  const untold = (recent ?? []).filter(({ seq }) => seq > newest).length
  useEffect(() => {
    if (untold > tooManyUntold && status === 'ready') refresh()
  }, [untold, status, refresh])
  // What happened while the line was cut may be more than the live window holds.
  const was = useRef(connection)
  useEffect(() => {
    if (connection === 'live' && was.current !== 'live') refresh()
    was.current = connection
  }, [connection, refresh])
  return { ...pages, rows: lines }
}
