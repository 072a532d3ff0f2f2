import { useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import { v7 } from 'uuid'
import type { CardDraft } from '#client/checklists/use-card-drafts.ts'
import { words } from '#client/checklists/words.ts'
import { useWords } from '#client/lib/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { CheckboxField } from '#client/ui/CheckboxField.tsx'
import { focusFirstField } from '#client/ui/focus-first-field.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { words as uiWords } from '#client/ui/words.ts'
import { ZoneBody, ZoneFoot } from '#client/ui/ZoneParts.tsx'
import type { Role } from '#shared/access/roles.ts'
import type { Step } from '#shared/checklists/state.ts'
import '#client/checklists/checklists.css'

const mostSteps = 40

type CardEditorProps = Readonly<{
  role: Role
  draft: CardDraft
  /** Above the steps: whose card it is. */
  children: ReactNode
}>

/** One role's card: its steps in order, which of them are critical. */
export function CardEditor({ role, draft, children }: CardEditorProps) {
  const said = useWords(words)
  const { beginAnew } = useWords(uiWords)
  const { steps, change, isChanged, isOvertaken, takeTheirs, keepMine } = draft
  const { save, isChecked, problem } = useCard(role, draft)
  const form = useRef<HTMLFormElement>(null)
  const choosing = (choose: () => void) => () => {
    focusFirstField(form.current)
    choose()
  }
  return (
    <form ref={form} className="ui-zone__panel" onSubmit={save}>
      <ZoneBody>
        <div className="checklists__edit">
          {children}
          <ol>
            {steps.map((step, n) => (
              <StepFields
                key={step.id}
                step={step}
                n={n}
                isChecked={isChecked}
                onChange={(changed) => change(steps.map((other) => (other.id === step.id ? changed : other)))}
                onUp={() => change(moveUp(steps, n))}
                onRemove={() => change(steps.filter(({ id }) => id !== step.id))}
              />
            ))}
          </ol>
          <ActProblem text={problem} />
          {isOvertaken ? <Theirs onTheirs={choosing(takeTheirs)} onMine={choosing(keepMine)} /> : null}
        </div>
      </ZoneBody>
      <ZoneFoot>
        <Button type="submit" disabled={isOvertaken}>
          {said.save}
        </Button>
        <Button
          kind="secondary"
          icon="add"
          disabled={steps.length >= mostSteps}
          onClick={() => change([...steps, { id: v7(), label: '', critical: false }])}
        >
          {said.add}
        </Button>
        {isChanged && !isOvertaken ? (
          <Button kind="tertiary" onClick={choosing(takeTheirs)}>
            {beginAnew}
          </Button>
        ) : null}
      </ZoneFoot>
    </form>
  )
}

type StepFieldsProps = Readonly<{
  step: Step
  n: number
  isChecked: boolean
  onChange: (step: Step) => void
  onUp: () => void
  onRemove: () => void
}>

function StepFields({ step, n, isChecked, onChange, onUp, onRemove }: StepFieldsProps) {
  const said = useWords(words)
  return (
    <li className="checklists__step">
      <span aria-hidden="true">{n + 1}</span>
      <TextField
        label={said.step(n + 1)}
        naming="spoken"
        value={step.label}
        maxLength={160}
        onChange={(label) => onChange({ ...step, label })}
        error={isChecked && step.label.trim() === '' ? said.stepError : null}
      />
      <CheckboxField
        label={said.isCritical}
        checked={step.critical}
        onChange={(critical) => onChange({ ...step, critical })}
      />
      <span className="checklists__step-acts">
        <IconButton icon="chevronUp" label={said.up(step.label)} disabled={n === 0} onClick={onUp} />
        <IconButton icon="trash" label={said.remove(step.label)} onClick={onRemove} />
      </span>
    </li>
  )
}

/** A colleague has saved this card meanwhile: nobody's steps go unseen. */
function Theirs({ onTheirs, onMine }: Readonly<{ onTheirs: () => void; onMine: () => void }>) {
  const said = useWords(words)
  return (
    <div role="alert">
      <Callout
        tone="warning"
        title={said.overtaken}
        action={
          <>
            <Button kind="secondary" size="small" onClick={onMine}>
              {said.keepMine}
            </Button>
            <Button kind="tertiary" size="small" onClick={onTheirs}>
              {said.takeTheirs}
            </Button>
          </>
        }
      />
    </div>
  )
}

function useCard(role: Role, { steps, isOvertaken, saving }: CardDraft) {
  const said = useWords(words)
  const [isChecked, setChecked] = useState(false)
  const { send, problem } = useAct()
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    setChecked(true)
    if (isOvertaken || steps.some(({ label }) => label.trim() === '')) return
    saving()
    void send({ type: 'checklists.save', role, steps: [...steps] }, said.saved)
  }
  return { save, isChecked, problem }
}

function moveUp(steps: readonly Step[], n: number): readonly Step[] {
  const [moved, above] = [steps[n], steps[n - 1]]
  if (moved === undefined || above === undefined) return steps
  return steps.with(n - 1, moved).with(n, above)
}
