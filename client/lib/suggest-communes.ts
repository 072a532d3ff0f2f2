import { useMemo } from 'react'
import { getJson } from '#client/lib/api.ts'
import { searchLocal } from '#client/lib/communes.ts'
import { useNearDepartments } from '#client/lib/near-departments.ts'
import type { Suggest, Suggestion } from '#client/ui/use-suggestions.ts'
import { departmentOf, type FoundCommune } from '#shared/communes/commune.ts'
import { fold } from '#shared/lib/fold.ts'

// Below this many matches at hand the whole country is asked.
const enough = 4
const most = 8

type Named = Readonly<{ code: string; name: string }>

/** Type-ahead near the communes that are chosen so far. */
export function useNearChosen(chosen: readonly Suggestion[]): Suggest {
  return useCommuneSuggest(
    useMemo(() => chosen.map(({ value, label }) => ({ code: value, name: label })), [chosen]),
  )
}

/** Type-ahead near the communes of the crisis, which come first themselves. Keep their list the same between renders. */
export function useCommuneSuggest(concerned: readonly Named[]): Suggest {
  const near = useNearDepartments(useMemo(() => concerned.map(({ code }) => code), [concerned]))
  return useMemo(() => suggestCommunes(near, concerned), [near, concerned])
}

/**
 * Communes by name, former name, postal code or INSEE code: those of the crisis first, then at once from the départements at hand, then
 * from the whole country where those are few.
 */
function suggestCommunes(near: readonly string[], concerned: readonly Named[]): Suggest {
  return async (query, signal) => {
    const start = fold(query)
    const first = concerned.filter(({ name }) => fold(name).startsWith(start)).map(ownSuggestion)
    const close = [...first, ...searchLocal(query, near, most).map(foundSuggestion)]
    const found = close.length >= enough ? close : [...close, ...(await searchFarther(query, near, signal))]
    const seen = new Set<string>()
    return found.filter(({ value }) => !seen.has(value) && seen.add(value)).slice(0, most)
  }
}

/** Nothing without the network: what is at hand is then all there is. */
async function searchFarther(
  query: string,
  near: readonly string[],
  signal: AbortSignal,
): Promise<readonly Suggestion[]> {
  const asked = new URLSearchParams({ q: query, limit: String(most) })
  if (near.length > 0) asked.set('near', near.join(','))
  const found = await getJson<readonly FoundCommune[]>(`/api/communes?${asked}`, signal).catch(() => [])
  return found.map(foundSuggestion)
}

function ownSuggestion({ code, name }: Named): Suggestion {
  return { value: code, label: name, detail: departmentOf(code) }
}

/** The commune of today; a name it was found under stands beside it. */
function foundSuggestion({ code, name, department, formerName }: FoundCommune): Suggestion {
  return {
    value: code,
    label: name,
    detail: formerName === null ? department : `${formerName} · ${department}`,
  }
}
