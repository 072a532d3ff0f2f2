import { getJson } from '#client/lib/api.ts'
import { searchLocal } from '#client/lib/communes.ts'
import type { Suggestion } from '#client/ui/use-suggestions.ts'
import type { Commune } from '#shared/communes/commune.ts'

// Below this many matches in the installation's own départements the whole country is asked.
const enough = 4

/** Communes by name, postal code or INSEE code: at once from the loaded départements, then from the server. */
export async function suggestCommunes(query: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
  const near = searchLocal(query, 8)
  if (near.length >= enough) return near.map(asSuggestion)
  const all = await getJson<readonly Commune[]>(
    `/api/communes?q=${encodeURIComponent(query)}&limit=8`,
    signal,
  ).catch(() => [])
  const known = new Set(near.map(({ code }) => code))
  return [...near, ...all.filter(({ code }) => !known.has(code))].slice(0, 8).map(asSuggestion)
}

function asSuggestion({ code, name, department }: Commune): Suggestion {
  return { value: code, label: name, detail: department }
}
