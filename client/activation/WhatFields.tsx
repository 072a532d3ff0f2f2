import { natureKeys, natureWords } from '#client/activation/nature-words.ts'
import type { FieldsProps } from '#client/activation/OrderFields.tsx'
import { words } from '#client/activation/words.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useNearChosen } from '#client/lib/suggest-communes.ts'
import { useWords } from '#client/lib/words.ts'
import { useMayOpen } from '#client/sync/use-may.ts'
import { CheckboxField } from '#client/ui/CheckboxField.tsx'
import { Combobox } from '#client/ui/Combobox.tsx'
import { KeyChoice } from '#client/ui/KeyChoice.tsx'
import { NumberStepper } from '#client/ui/NumberStepper.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { RadioCards } from '#client/ui/RadioCards.tsx'
import { SelectField } from '#client/ui/SelectField.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { phaseLabels } from '#shared/activation/labels.ts'
import { natures } from '#shared/activation/natures.ts'
import { phases } from '#shared/activation/phases.ts'

/** What happens and where: a key chooses the nature. */
export function WhatFields({ form, title, set, faults }: FieldsProps & Readonly<{ title: string }>) {
  const said = useWords(words)
  const labels = useWords(natureWords)
  const suggest = useNearChosen(form.communes)
  return (
    <Panel title={said.what}>
      <KeyChoice
        label={said.nature}
        options={natures.map((value) => ({ value, label: labels[value], keys: natureKeys[value] }))}
        value={form.nature}
        onChoose={(nature) => set({ nature })}
        error={faults.includes('nature') ? said.natureError : null}
      />
      <div className="activation__row activation__row--below">
        <Combobox
          label={said.where}
          presence="optional"
          many="several"
          placeholder={said.wherePlaceholder}
          chosen={form.communes}
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
    </Panel>
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
    <RadioCards
      label={said.kind}
      value={form.kind}
      onChange={(kind) => set({ kind })}
      error={faults.includes('kind') ? said.kindError : null}
      options={kinds.map((value) => ({ value, ...cards[value] }))}
    />
  )
}

export function MeansFields({ form, set }: Omit<FieldsProps, 'faults'>) {
  const said = useWords(words)
  const language = useLanguage()
  return (
    <Panel title={said.means2}>
      <div className="activation__row">
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
    </Panel>
  )
}
