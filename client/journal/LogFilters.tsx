import { useRef } from 'react'
import { noFilter, type LogFilter } from '#client/journal/log-lines.ts'
import { words } from '#client/journal/words.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { FilterTag } from '#client/ui/FilterTag.tsx'
import { SelectField } from '#client/ui/SelectField.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { useKeys } from '#client/ui/use-keys.ts'

type LogFiltersProps = Readonly<{ filter: LogFilter; onChange: (filter: LogFilter) => void }>

const features = [
  'journal',
  'activation',
  'checklists',
  'callin',
  'calls',
  'messages',
  'talkingpoints',
] as const

/** What to read of the logbook: words, one kind of facts, one author. */
export function LogFilters({ filter, onChange }: LogFiltersProps) {
  const said = useWords(words)
  const people = useConsole((view) => view.state.standing.people)
  const search = useRef<HTMLInputElement>(null)
  useKeys({ '/': { label: said.search, run: () => search.current?.focus() } })
  const authors = Object.entries(people)
    .map(([value, { name }]) => ({ value, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label))
  return (
    <search className="logbook__filters">
      <TextField
        ref={search}
        type="search"
        label={said.search}
        presence="optional"
        placeholder={said.searchHint}
        maxLength={200}
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
      />
      <SelectField
        label={said.person}
        value={filter.person ?? ''}
        options={[{ value: '', label: said.anyone }, ...authors]}
        onChange={(person) => onChange({ ...filter, person: person === '' ? null : person })}
      />
      <fieldset className="logbook__chips">
        <legend className="fr-sr-only">{said.about}</legend>
        <FilterTag pressed={filter === noFilter} onChange={() => onChange(noFilter)}>
          {said.everything}
        </FilterTag>
        {features.map((feature) => (
          <FilterTag
            key={feature}
            pressed={filter.feature === feature}
            onChange={(pressed) => onChange({ ...filter, feature: pressed ? feature : null })}
          >
            {said.features[feature]}
          </FilterTag>
        ))}
      </fieldset>
    </search>
  )
}
