import { useRef, useState } from 'react'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { Preview } from '#client/messages/Preview.tsx'
import { templateWords } from '#client/messages/template-words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { words } from '#client/messages/words.ts'
import { useOvertaken, type Grounds } from '#client/sync/use-overtaken.ts'
import { useTyped } from '#client/sync/use-typed.ts'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { focusFirstFault } from '#client/ui/focus-first-fault.ts'
import { SelectField } from '#client/ui/SelectField.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { isPublicKind, publicKinds, serviceKinds, type TemplateKind } from '#shared/messages/kinds.ts'
import { kindLabels } from '#shared/messages/labels.ts'
import type { Template } from '#shared/messages/state.ts'

type Form = Readonly<{
  kind: TemplateKind
  name: string
  title: string
  what: string
  /** One per line. */
  instructions: string
  where: string
  body: string
  nextPointIn: number | null
}>

const blank: Form = {
  kind: 'instructions',
  name: '',
  title: '',
  what: '',
  instructions: '',
  where: '',
  body: '',
  nextPointIn: null,
}

type TemplateEditorProps = Readonly<{ template: Template | null; onClose: () => void }>

/** One standing text, beside it what the public will read. Saving it, even unchanged, says that it was read today and still holds. */
export function TemplateEditor({ template, onClose }: TemplateEditorProps) {
  const said = useWords(templateWords)
  const { preview } = useWords(words)
  const { typed, overtaken, act, problem, isSending } = useTemplate(template, onClose)
  const form = typed.value
  const set = (change: Partial<Form>) => typed.set((before) => ({ ...before, ...change }))
  const fields = useRef<HTMLDivElement>(null)
  const [isNameless, setNameless] = useState(false)
  const save = () => {
    setNameless(form.name.trim() === '')
    if (form.name.trim() === '') return focusFirstFault(fields.current)
    act({ type: 'messages.saveTemplate', template: template?.id ?? null, ...partsOf(form) })
  }
  return (
    <Dialog
      title={template === null ? said.newTitle : said.editTitle}
      size="wide"
      onClose={typed.close}
      typed={typed}
      overtaken={overtaken}
      footer={
        <>
          <Button disabled={isSending} onClick={save}>
            {said.save}
          </Button>
          <Button kind="secondary" onClick={typed.close}>
            {said.cancel}
          </Button>
          {template === null ? null : (
            <Button
              kind="tertiary"
              icon="trash"
              onClick={() => act({ type: 'messages.removeTemplate', template: template.id })}
            >
              {said.remove}
            </Button>
          )}
        </>
      }
    >
      <div className="msg-template-form">
        <div ref={fields} className="msg-parts">
          <TemplateFields form={form} set={set} error={isNameless ? said.nameless : null} />
          <ActProblem text={problem} />
        </div>
        <section aria-label={preview}>
          <h3>{preview}</h3>
          <Preview content={{ ...partsOf(form), nextPointAt: null, expiresAt: null }} />
        </section>
      </div>
    </Dialog>
  )
}

/** What is typed of a template, and its way to the server. */
function useTemplate(template: Template | null, onClose: () => void) {
  const grounds = templateGrounds(template)
  const typed = useTyped<Form>({
    name: `template-1.${template?.id ?? 'new'}`,
    initial: () => (template === null ? blank : formOf(template)),
    grounds,
    onClose,
  })
  const { act, problem, isSending } = useAct(onClose, typed)
  return { typed, overtaken: useOvertaken(grounds, isSending, typed.on), act, problem, isSending }
}

/** The text as it was when it was opened; a new one stands on nothing. */
function templateGrounds(template: Template | null): Grounds | null {
  if (template === null) return null
  const { id } = template
  return {
    fact: ({ state }) => JSON.stringify(state.standing.templates[id] ?? null),
    isChangedBy: (event) =>
      (event.type === 'messages.templateSaved' && event.template.id === id) ||
      (event.type === 'messages.templateRemoved' && event.template === id),
  }
}

type FieldsProps = Readonly<{ form: Form; set: (change: Partial<Form>) => void }>

function TemplateFields({ form, set, error }: FieldsProps & Readonly<{ error: string | null }>) {
  const said = useWords(templateWords)
  const { fields } = useWords(words)
  const language = useLanguage()
  const kinds = [...publicKinds, ...serviceKinds].map((value) => ({
    value,
    label: kindLabels[value][language],
  }))
  return (
    <>
      <p className="ui-quiet">{said.blanksHint}</p>
      <div className="msg-template-head">
        <TextField
          label={said.name}
          value={form.name}
          maxLength={80}
          error={error}
          onChange={(name) => set({ name })}
        />
        <SelectField label={said.kind} value={form.kind} options={kinds} onChange={(kind) => set({ kind })} />
      </div>
      <TextField
        label={fields.title}
        value={form.title}
        maxLength={120}
        onChange={(title) => set({ title })}
      />
      {isPublicKind(form.kind) ? <PublicFields form={form} set={set} /> : null}
      <TextArea
        label={isPublicKind(form.kind) ? fields.body : said.text}
        presence="optional"
        value={form.body}
        maxLength={6_000}
        onChange={(body) => set({ body })}
      />
    </>
  )
}

const delays = [null, 30, 60, 120, 240] as const

function PublicFields({ form, set }: FieldsProps) {
  const said = useWords(templateWords)
  const { fields } = useWords(words)
  const options = delays.map((minutes) => ({
    value: String(minutes),
    label: minutes === null ? said.noNextPoint : said.minutes(minutes),
  }))
  return (
    <>
      <TextArea label={fields.what} value={form.what} maxLength={800} onChange={(what) => set({ what })} />
      <TextArea
        label={fields.instructions}
        hint={said.instructionsHint}
        presence="optional"
        value={form.instructions}
        onChange={(instructions) => set({ instructions })}
      />
      <TextField
        label={fields.where}
        presence="optional"
        value={form.where}
        maxLength={300}
        onChange={(where) => set({ where })}
      />
      <SelectField
        label={said.nextPointIn}
        value={String(form.nextPointIn)}
        options={options}
        onChange={(chosen) => set({ nextPointIn: chosen === 'null' ? null : Number(chosen) })}
      />
    </>
  )
}

function formOf({ kind, name, title, what, instructions, where, body, nextPointIn }: Template): Form {
  return {
    kind,
    name,
    title,
    what,
    instructions: instructions.join('\n'),
    where: where ?? '',
    body,
    nextPointIn,
  }
}

function partsOf({ instructions, where, ...rest }: Form) {
  const lines = instructions
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return { ...rest, instructions: lines, where: where.trim() === '' ? null : where }
}
