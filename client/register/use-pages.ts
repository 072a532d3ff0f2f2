import { useCallback, useEffect, useRef, useState } from 'react'
import type { Indexing, Page } from '#shared/register/queries.ts'

/** What one asks: names and values of the query string; null and empty values are left out. */
export type Asked = Readonly<Record<string, string | number | null>>

/** Fetches one page; defined once, outside components: a new function asks again. */
export type FetchPage<T> = (query: string, signal: AbortSignal) => Promise<Page<T>>

export type Pages<T> = Readonly<{
  /** Newest first. While a new question is under way these are still the answers to the last one. */
  rows: readonly T[]
  status: 'loading' | 'ready' | 'failed'
  /** What went wrong, for `useApiWords`. */
  error: unknown
  /** The index is being rebuilt: there may be more than what is found. */
  indexing: Indexing
  /** Asks for the next page; null when there is none. */
  more: (() => void) | null
  /** Asks the same again; older pages that were read stay unless something is missing in between. */
  refresh: () => void
}>

type Held<T> = Omit<Pages<T>, 'more' | 'refresh'> &
  Readonly<{
    next: number | null
    /** The question that these are the answers to. */
    query: string | null
  }>

/** A hand that types pauses longer than this at the end of a word, not between letters. */
const pause = 120

/**
 * Pages of the register under the fingers: asked again a moment after the question changes, the earlier request given
 * up, its answers kept on screen meanwhile. A null question asks nothing.
 */
export function usePages<T extends Readonly<{ seq: number }>>(
  fetchPage: FetchPage<T>,
  asked: Asked | null,
): Pages<T> {
  const [held, setHeld] = useState<Held<T>>(nothing)
  const running = useRef<AbortController | null>(null)
  const query = asked === null ? null : queryString(asked)

  const ask = useCallback(
    async (cursor: number | null, merge: (held: Held<T>, page: Page<T>) => Held<T>) => {
      if (query === null) return
      running.current?.abort()
      const request = new AbortController()
      running.current = request
      try {
        const page = await fetchPage(cursor === null ? query : `${query}&cursor=${cursor}`, request.signal)
        setHeld((before) => ({ ...merge(before, page), query }))
      } catch (error) {
        if (!request.signal.aborted) setHeld((before) => ({ ...before, query, status: 'failed', error }))
      }
    },
    [fetchPage, query],
  )

  useEffect(() => {
    const timer = setTimeout(() => void ask(null, startOver), pause)
    return () => {
      clearTimeout(timer)
      running.current?.abort()
    }
  }, [ask])

  const { next, query: answered, ...shown } = held
  const more = useCallback(() => void ask(next, append), [ask, next])
  const refresh = useCallback(() => void ask(null, joinOnTop), [ask])
  const status = answered === query ? shown.status : 'loading'
  return { ...shown, status, more: next === null ? null : more, refresh }
}

const nothing = { rows: [], status: 'loading', error: null, indexing: null, next: null, query: null } as const

function startOver<T>({ query }: Held<T>, { rows, next, indexing }: Page<T>): Held<T> {
  return { query, rows, next, indexing, status: 'ready', error: null }
}

function append<T>(held: Held<T>, { rows, next, indexing }: Page<T>): Held<T> {
  return { ...held, rows: [...held.rows, ...rows], next, indexing, status: 'ready', error: null }
}

/** New rows on top of those held; where the two do not meet, rows are missing between them and one starts over. */
export function joinOnTop<T extends Readonly<{ seq: number }>>(held: Held<T>, page: Page<T>): Held<T> {
  const newest = held.rows[0]?.seq ?? 0
  const meets = page.next === null || page.rows.some(({ seq }) => seq <= newest)
  if (!meets) return startOver(held, page)
  const oldest = page.rows.at(-1)?.seq ?? 0
  const kept = held.rows.filter(({ seq }) => seq < oldest)
  const next = kept.length === 0 ? page.next : held.next
  return {
    ...held,
    rows: [...page.rows, ...kept],
    next,
    indexing: page.indexing,
    status: 'ready',
    error: null,
  }
}

function queryString(asked: Asked): string {
  const filled = Object.entries(asked).filter(([, value]) => value !== null && value !== '')
  return new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString()
}
