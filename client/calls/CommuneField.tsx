import type { Ref } from 'react'
import { words } from '#client/calls/words.ts'
import { useCommuneSuggest } from '#client/lib/suggest-communes.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { Combobox } from '#client/ui/Combobox.tsx'
import type { Commune } from '#shared/activation/commands.ts'
import { departmentOf } from '#shared/communes/commune.ts'

type CommuneFieldProps = Readonly<{
  value: Commune | null
  onChange: (commune: Commune | null) => void
  ref: Ref<HTMLInputElement>
}>

/** Type-ahead over the communes: those of the crisis first, then those of its départements, then the country's. */
export function CommuneField({ value, onChange, ref }: CommuneFieldProps) {
  const said = useWords(words)
  const concerned = useConsole(({ crisis }) => crisis?.activation.communes ?? none)
  const suggest = useCommuneSuggest(concerned)
  return (
    <Combobox
      ref={ref}
      label={said.commune}
      presence="optional"
      placeholder={said.communePlaceholder}
      chosen={
        value === null ? [] : [{ value: value.code, label: value.name, detail: departmentOf(value.code) }]
      }
      suggest={suggest}
      onChange={([chosen]) =>
        onChange(chosen === undefined ? null : { code: chosen.value, name: chosen.label })
      }
    />
  )
}

const none: readonly Commune[] = []
