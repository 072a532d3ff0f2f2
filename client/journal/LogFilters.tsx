import type { ReactNode } from 'react'
import { noFilter, type LogFilter } from '#client/journal/log-lines.ts'
import { words } from '#client/journal/words.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { FilterTag } from '#client/ui/FilterTag.tsx'
import { SearchField } from '#client/ui/SearchField.tsx'
import { SelectField } from '#client/ui/SelectField.tsx'
import { ZoneActs, ZoneHead } from '#client/ui/ZoneParts.tsx'

type LogFiltersProps = Readonly<{
  filter: LogFilter
  onChange: (filter: LogFilter) => void
  /** What to do with the lines, at the end of the row. */
  actions: ReactNode
}>

const features = [
  'journal',
  'activation',
  'checklists',
  'callin',
  'calls',
  'messages',
  'talkingpoints',
] as const

/** What to read of the logbook: words, one author, one kind of facts. */
export function LogFilters({ filter, onChange, actions }: LogFiltersProps) {
  const said = useWords(words)
  const people = useConsole((view) => view.state.standing.people)
  const authors = Object.entries(people)
    .map(([value, { name }]) => ({ value, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label))
  return (
    <ZoneHead title={said.title} shows="hidden">
      <search className="logbook__search">
        <SearchField
          keys="/"
          label={said.search}
          placeholder={said.searchHint}
          maxLength={200}
          value={filter.text}
          onChange={(text) => onChange({ ...filter, text })}
        />
        <SelectField
          label={said.person}
          naming="spoken"
          value={filter.person ?? ''}
          options={[{ value: '', label: said.anyone }, ...authors]}
          onChange={(person) => onChange({ ...filter, person: person === '' ? null : person })}
        />
      </search>
      <ZoneActs>{actions}</ZoneActs>
      <fieldset className="logbook__kinds">
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
    </ZoneHead>
  )
}
