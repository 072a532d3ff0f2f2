import { useState } from 'react'
import { CommuneField } from '#client/calls/CommuneField.tsx'
import { words } from '#client/calls/room-words.ts'
import { nothingLooked, type Looked } from '#client/calls/search.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { FilterTag } from '#client/ui/FilterTag.tsx'
import { SelectField } from '#client/ui/SelectField.tsx'
import { SearchField } from '#client/ui/SearchField.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { outcomeLabels } from '#shared/calls/labels.ts'
import { outcomes } from '#shared/calls/outcomes.ts'
import { themeLabels } from '#shared/calls/reason-labels.ts'
import { themes } from '#shared/calls/reasons.ts'

type FiltersProps = Readonly<{ looked: Looked; onChange: (looked: Looked) => void }>
type SearchFieldsProps = FiltersProps & Readonly<{ searchKey: string; onLook: () => void }>

/** One box over every sheet of the crisis; the filters open below it. */
export function SearchFields({ looked, onChange, searchKey, onLook }: SearchFieldsProps) {
  const said = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const isNarrowed = looked !== nothingLooked
  return (
    <search className="calls__search">
      <div className="calls__search-line ui-line">
        <SearchField
          label={said.search}
          placeholder={said.searchHint}
          keys={searchKey}
          onKey={onLook}
          maxLength={200}
          value={looked.text}
          onChange={(text) => onChange({ ...looked, text })}
        />
        <FilterTag pressed={isOpen} onChange={setOpen}>
          {said.filters}
        </FilterTag>
        {isNarrowed ? (
          <Button kind="tertiary" size="small" onClick={() => onChange(nothingLooked)}>
            {said.clear}
          </Button>
        ) : null}
      </div>
      {isOpen ? <Filters looked={looked} onChange={onChange} /> : null}
    </search>
  )
}

function Filters({ looked, onChange }: FiltersProps) {
  const said = useWords(words)
  const language = useLanguage()
  const any = { value: 'any' as const, label: said.any }
  return (
    <div className="ui-fields">
      <SelectField
        label={said.byTheme}
        presence="optional"
        value={looked.theme ?? 'any'}
        options={[any, ...themes.map(({ id }) => ({ value: id, label: themeLabels[id][language] }))]}
        onChange={(theme) => onChange({ ...looked, theme: theme === 'any' ? null : theme })}
      />
      <SelectField
        label={said.byOutcome}
        presence="optional"
        value={looked.outcome ?? 'any'}
        options={[any, ...outcomes.map((value) => ({ value, label: outcomeLabels[value][language] }))]}
        onChange={(outcome) => onChange({ ...looked, outcome: outcome === 'any' ? null : outcome })}
      />
      <CommuneField
        value={looked.commune}
        onChange={(commune) => onChange({ ...looked, commune })}
        ref={null}
      />
      <TextField
        label={said.byDay}
        type="date"
        presence="optional"
        value={looked.day ?? ''}
        onChange={(day) => onChange({ ...looked, day: day === '' ? null : day })}
      />
    </div>
  )
}
