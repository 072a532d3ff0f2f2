import { useMemo, type Ref } from 'react'
import { words } from '#client/calls/words.ts'
import { getJson } from '#client/lib/api.ts'
import { searchLocal } from '#client/lib/communes.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { Combobox } from '#client/ui/Combobox.tsx'
import type { Suggest, Suggestion } from '#client/ui/use-suggestions.ts'
import type { Commune } from '#shared/activation/commands.ts'
import { fold } from '#shared/lib/fold.ts'

type CommuneFieldProps = Readonly<{
  value: Commune | null
  onChange: (commune: Commune | null) => void
  ref: Ref<HTMLInputElement>
}>

/** Type-ahead over the communes: those of the crisis first, then the département's, then the country's. */
export function CommuneField({ value, onChange, ref }: CommuneFieldProps) {
  const said = useWords(words)
  const concerned = useConsole(({ crisis }) => crisis?.activation.communes ?? none)
  const suggest = useMemo(() => suggestFrom(concerned), [concerned])
  return (
    <Combobox
      ref={ref}
      label={said.commune}
      presence="optional"
      placeholder={said.communePlaceholder}
      chosen={value === null ? [] : [suggestionOf(value)]}
      suggest={suggest}
      onChange={([chosen]) =>
        onChange(chosen === undefined ? null : { code: chosen.value, name: chosen.label })
      }
    />
  )
}

const none: readonly Commune[] = []

function suggestFrom(concerned: readonly Commune[]): Suggest {
  return async (query, signal) => {
    const start = fold(query)
    const first = concerned.filter(({ name }) => fold(name).startsWith(start))
    const local = [...first, ...searchLocal(query)]
    const found = local.length > 0 ? local : await searchFarther(query, signal)
    const seen = new Set<string>()
    return found.filter(({ code }) => !seen.has(code) && seen.add(code)).map(suggestionOf)
  }
}

function searchFarther(query: string, signal: AbortSignal): Promise<readonly Commune[]> {
  return getJson<readonly Commune[]>(`/api/communes?q=${encodeURIComponent(query)}`, signal)
}

function suggestionOf({ code, name }: Commune): Suggestion {
  return { value: code, label: name, detail: code }
}
