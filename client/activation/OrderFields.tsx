import { useEffect, useRef } from 'react'
import type { ActivationForm, FormFault } from '#client/activation/activation-form.ts'
import { natureWords } from '#client/activation/nature-words.ts'
import { Part } from '#client/activation/Part.tsx'
import { words } from '#client/activation/words.ts'
import { useWords } from '#client/lib/words.ts'
import { CheckboxField } from '#client/ui/CheckboxField.tsx'
import { SelectField } from '#client/ui/SelectField.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import type { orderMeans } from '#shared/activation/commands.ts'

export type FieldsProps = Readonly<{
  form: ActivationForm
  set: (change: Partial<ActivationForm>) => void
  faults: readonly FormFault[]
}>

const means: readonly (typeof orderMeans)[number][] = ['phone', 'inPerson', 'radio', 'email', 'sms']

/** Who gave the order, by what means, when. The focus starts here: it is what the operator has just heard. */
export function OrderFields({ form, set, faults }: FieldsProps) {
  const said = useWords(words)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <Part title={said.order}>
      <div className="activation-row">
        <TextField
          ref={first}
          label={said.givenBy}
          hint={said.givenByHint}
          value={form.givenBy}
          maxLength={120}
          onChange={(givenBy) => set({ givenBy })}
          error={faults.includes('givenBy') ? said.givenByError : null}
        />
        <SelectField
          label={said.means}
          hint={said.meansHint}
          value={form.means}
          options={means.map((value) => ({ value, label: said.means_[value] }))}
          onChange={(chosen) => set({ means: chosen })}
        />
        <TextField
          label={said.receivedAt}
          hint={said.receivedAtHint}
          value={form.receivedAt}
          maxLength={20}
          onChange={(receivedAt) => set({ receivedAt })}
          error={faults.includes('receivedAt') ? said.receivedAtError : null}
        />
      </div>
    </Part>
  )
}

/** Last, when everything the sentence says is known: it is read aloud to whoever gave the order, then ticked. */
export function ReadBack({ form, set, faults }: FieldsProps) {
  const said = useWords(words)
  const labels = useWords(natureWords)
  const sentence = said.readBackSentence({
    kind: form.kind === 'exercise' ? said.asExercise : '',
    nature: form.nature === null ? '…' : labels[form.nature].toLowerCase(),
    place: form.communes.length === 0 ? '' : said.atPlace(form.communes.map(({ label }) => label).join(', ')),
  })
  return (
    <Part title={said.readBackTitle}>
      <div className="activation-aloud">
        <p className="ui-quiet">{said.readBackSay}</p>
        <blockquote>{sentence.replace('….', '…')}</blockquote>
      </div>
      <CheckboxField
        label={said.readBack}
        checked={form.readBack}
        onChange={(readBack) => set({ readBack })}
        error={faults.includes('readBack') ? said.readBackError : null}
      />
    </Part>
  )
}
