import { useMemo } from 'react'
import { searchNatures } from '#client/activation/nature-search.ts'
import { natureWords, usualNatures } from '#client/activation/nature-words.ts'
import type { FieldsProps } from '#client/activation/OrderFields.tsx'
import { Part } from '#client/activation/Part.tsx'
import { words } from '#client/activation/words.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useNearChosen } from '#client/lib/suggest-communes.ts'
import { useWords } from '#client/lib/words.ts'
import { useMayOpen } from '#client/sync/use-may.ts'
import { CheckboxField } from '#client/ui/CheckboxField.tsx'
import { Combobox } from '#client/ui/Combobox.tsx'
import { KeyChoice } from '#client/ui/KeyChoice.tsx'
import { NumberStepper } from '#client/ui/NumberStepper.tsx'
import { RadioCards } from '#client/ui/RadioCards.tsx'
import { SelectField } from '#client/ui/SelectField.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import type { Suggest } from '#client/ui/use-suggestions.ts'
import { phaseLabels } from '#shared/activation/labels.ts'
import type { EventNature } from '#shared/activation/natures.ts'
import { phases } from '#shared/activation/phases.ts'
import { departmentOf } from '#shared/communes/commune.ts'

/** What happens and where: a digit for the usual natures, a word for any. */
export function WhatFields({ form, title, set, faults }: FieldsProps & Readonly<{ title: string }>) {
  const said = useWords(words)
  const suggest = useNearChosen(form.communes)
  return (
    <Part title={said.what}>
      <NatureFields form={form} set={set} faults={faults} />
      <div className="activation-row activation-row--halves">
        <Combobox
          label={said.where}
          presence="optional"
          many="several"
          placeholder={said.wherePlaceholder}
          chosen={form.communes}
          apart={({ value }) => departmentOf(value)}
          onChange={(communes) => set({ communes })}
          suggest={suggest}
        />
        <TextField
          label={said.crisisTitle}
          hint={said.crisisTitleHint}
          value={title}
          maxLength={120}
          onChange={(text) => set({ title: text })}
          error={faults.includes('title') ? said.crisisTitleError : null}
        />
      </div>
    </Part>
  )
}

function NatureFields({ form, set, faults }: FieldsProps) {
  const said = useWords(words)
  const labels = useWords(natureWords)
  const language = useLanguage()
  const suggest = useMemo<Suggest>(() => (query) => searchNatures(query, language), [language])
  const { nature } = form
  return (
    <div className="activation-row">
      <Combobox
        label={said.nature}
        placeholder={said.naturePlaceholder}
        chosen={nature === null ? [] : [{ value: nature, label: labels[nature] }]}
        onChange={([one]) => set({ nature: (one?.value ?? null) as EventNature | null })}
        suggest={suggest}
        error={faults.includes('nature') ? said.natureError : null}
      />
      <div className="activation-usual">
        <KeyChoice
          label={said.usualNatures}
          options={usualNatures.map((value, n) => ({ value, label: labels[value], keys: String(n + 1) }))}
          value={usualNatures.find((usual) => usual === nature) ?? null}
          onChoose={(usual) => set({ nature: usual })}
        />
      </div>
    </div>
  )
}

/** Two large, unmistakable choices. */
export function KindFields({ form, set, faults }: FieldsProps) {
  const said = useWords(words)
  const kinds = useMayOpen()
  const cards = {
    real: { label: said.real, detail: said.realDetail, icon: 'alarm', tone: 'danger' },
    exercise: { label: said.exercise, detail: said.exerciseDetail, icon: 'flag', tone: 'warning' },
  } as const
  return (
    <Part title={said.kind}>
      <RadioCards
        label={said.kind}
        naming="spoken"
        value={form.kind}
        onChange={(kind) => set({ kind })}
        error={faults.includes('kind') ? said.kindError : null}
        options={kinds.map((value) => ({ value, ...cards[value] }))}
      />
    </Part>
  )
}

export function MeansFields({ form, set }: Omit<FieldsProps, 'faults'>) {
  const said = useWords(words)
  const language = useLanguage()
  return (
    <Part title={said.means2}>
      <div className="activation-row">
        <SelectField
          label={said.phase}
          value={form.phase}
          options={phases.map((value) => ({ value, label: phaseLabels[value][language] }))}
          onChange={(phase) => set({ phase })}
        />
        <TextField
          label={said.number}
          hint={said.numberHint}
          presence="optional"
          type="tel"
          maxLength={30}
          value={form.crisisNumber}
          onChange={(crisisNumber) => set({ crisisNumber })}
        />
        <NumberStepper
          label={said.posts}
          value={form.posts}
          min={1}
          max={200}
          onChange={(posts) => set({ posts })}
        />
      </div>
      <CheckboxField label={said.novi} checked={form.novi} onChange={(novi) => set({ novi })} />
    </Part>
  )
}
