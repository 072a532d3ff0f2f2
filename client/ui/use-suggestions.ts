import { useEffect, useState } from 'react'

export type Suggestion = Readonly<{
  value: string
  label: string
  /** What tells two of the same name apart: a département, a service. */
  detail?: string
}>

/** Answers a query at once or later; the signal says that nobody waits for it any more. */
export type Suggest = (
  query: string,
  signal: AbortSignal,
) => readonly Suggestion[] | Promise<readonly Suggestion[]>

export type Suggestions = Readonly<{
  status: 'closed' | 'waiting' | 'ready'
  list: readonly Suggestion[]
}>

const closed: Suggestions = { status: 'closed', list: [] }

/**
 * The suggestions for the latest query; null asks nothing. An answer that arrives after a newer question is dropped:
 * "Beaum" must not replace "Beaumont" because its request was slower. A failure is an empty answer: one can still type.
 */
export function useSuggestions(query: string | null, suggest: Suggest): Suggestions {
  const [answer, setAnswer] = useState<Readonly<{ query: string; list: readonly Suggestion[] }> | null>(null)

  useEffect(() => {
    if (query === null) return undefined
    const asked = new AbortController()
    const show = (list: readonly Suggestion[]) => {
      if (!asked.signal.aborted) setAnswer({ query, list })
    }
    Promise.resolve(suggest(query, asked.signal)).then(show, () => show([]))
    return () => asked.abort()
  }, [query, suggest])

  if (query === null) return closed
  if (answer === null) return { status: 'waiting', list: [] }
  // What is shown stays while the next answer is on its way: a list that blinks cannot be read.
  return { status: answer.query === query ? 'ready' : 'waiting', list: answer.list }
}
