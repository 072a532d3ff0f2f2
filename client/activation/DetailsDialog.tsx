import { useState } from 'react'
import { detailsGrounds } from '#client/activation/grounds.ts'
import { words } from '#client/activation/words.ts'
import { useNearChosen } from '#client/lib/suggest-communes.ts'
import { useWords } from '#client/lib/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useOvertaken } from '#client/sync/use-overtaken.ts'
import { useTyped } from '#client/sync/use-typed.ts'
import { Button } from '#client/ui/Button.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { CheckboxField } from '#client/ui/CheckboxField.tsx'
import { Combobox } from '#client/ui/Combobox.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { NumberStepper } from '#client/ui/NumberStepper.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import type { Suggestion } from '#client/ui/use-suggestions.ts'
import { departmentOf } from '#shared/communes/commune.ts'
import type { Activation } from '#shared/activation/state.ts'
import '#client/activation/activation.css'

/** What is learnt after the first minute: the number, more communes, other posts to cover. */
export function DetailsDialog({
  activation,
  onClose,
}: Readonly<{ activation: Activation; onClose: () => void }>) {
  const { manage, ...said } = useWords(words)
  const { typed, overtaken, set, save, isTitleMissing, problem, isSending } = useDetails(activation, onClose)
  const details = typed.value
  const suggest = useNearChosen(details.communes)
  return (
    <Dialog
      title={manage.edit}
      onClose={typed.close}
      typed={typed}
      overtaken={overtaken}
      footer={
        <>
          <Button onClick={save} disabled={isSending}>
            {manage.record}
          </Button>
          <Button kind="tertiary" onClick={typed.close}>
            {manage.cancel}
          </Button>
        </>
      }
    >
      <form
        className="activation-details"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label={said.crisisTitle}
          value={details.title}
          maxLength={120}
          onChange={(title) => set({ title })}
          error={isTitleMissing ? said.crisisTitleError : null}
        />
        <Combobox
          label={said.where}
          presence="optional"
          many="several"
          placeholder={said.wherePlaceholder}
          chosen={details.communes}
          apart={({ value }) => departmentOf(value)}
          onChange={(communes) => set({ communes })}
          suggest={suggest}
        />
        <div className="activation-row">
          <TextField
            label={said.number}
            presence="optional"
            type="tel"
            maxLength={30}
            value={details.crisisNumber}
            onChange={(crisisNumber) => set({ crisisNumber })}
          />
          <NumberStepper
            label={said.posts}
            value={details.posts}
            min={1}
            max={200}
            onChange={(posts) => set({ posts })}
          />
        </div>
        <CheckboxField label={said.novi} checked={details.novi} onChange={(novi) => set({ novi })} />
        <ActProblem text={problem} />
      </form>
    </Dialog>
  )
}

type Details = Readonly<{
  title: string
  communes: readonly Suggestion[]
  crisisNumber: string
  posts: number
  novi: boolean
}>

function detailsOf({ title, communes, crisisNumber, posts, novi }: Activation): Details {
  return {
    title,
    communes: communes.map(({ code, name }) => ({ value: code, label: name })),
    crisisNumber: crisisNumber ?? '',
    posts,
    novi,
  }
}

function useDetails(activation: Activation, onClose: () => void) {
  const crisis = useConsole(({ followed }) => followed)
  const typed = useTyped({
    name: `details-1.${crisis}`,
    initial: () => detailsOf(activation),
    grounds: detailsGrounds,
    onClose,
  })
  const { act, problem, isSending } = useAct(onClose, typed)
  const overtaken = useOvertaken(detailsGrounds, isSending, typed.on)
  const details = typed.value
  const [isChecked, setChecked] = useState(false)
  const isMissing = details.title.trim() === ''
  const save = () => {
    if (document.querySelector<HTMLFormElement>('.activation-details')?.reportValidity() === false) return
    setChecked(true)
    if (isMissing) return
    act({
      type: 'activation.changeDetails',
      title: details.title,
      communes: details.communes.map(({ value, label }) => ({ code: value, name: label })),
      crisisNumber: details.crisisNumber.trim() === '' ? null : details.crisisNumber,
      posts: details.posts,
      novi: details.novi,
    })
  }
  const set = (change: Partial<Details>) => typed.set((before) => ({ ...before, ...change }))
  return { typed, overtaken, set, save, isTitleMissing: isChecked && isMissing, problem, isSending }
}
