import { useWords } from '#client/lib/words.ts'
import { InstructionsField } from '#client/messages/InstructionsField.tsx'
import type { Writing } from '#client/messages/use-working-text.ts'
import { Part, PartText } from '#client/messages/PartField.tsx'
import { TimeChoice } from '#client/messages/TimeChoice.tsx'
import { words } from '#client/messages/words.ts'
import { TextField } from '#client/ui/TextField.tsx'
import { withoutPrefix } from '#shared/messages/content.ts'
import type { Part as PartName, Remark } from '#shared/messages/lint.ts'
import type { Content } from '#shared/messages/schema.ts'
import type { Message } from '#shared/messages/state.ts'

type EditorPartsProps = Readonly<{
  message: Message
  writing: Writing
  onChange: (change: Partial<Writing>) => void
  remarks: readonly Remark[]
}>

/** Minutes that a préfecture usually promises, and after which a text usually no longer stands. */
const nextPoints = [30, 60, 120, 240]
const lives = [360, 720, 1_440]

export function EditorParts({ message, writing, onChange, remarks }: EditorPartsProps) {
  const said = useWords(words)
  const { text, values, correction } = writing
  const on = (part: PartName) => remarks.filter((remark) => remark.part === part)
  const set = (change: Partial<Content>) => onChange({ text: { ...text, ...change } })
  const blanks = { values, onFill: (filled: Writing['values']) => onChange({ values: filled }) }
  return (
    <div className="msg-parts">
      {message.versions.length === 0 ? null : (
        <TextField
          label={said.correction}
          hint={said.hints.correction}
          value={correction}
          maxLength={300}
          onChange={(value) => onChange({ correction: value })}
        />
      )}
      <Part remarks={on('title')}>
        <PartText
          {...blanks}
          label={said.fields.title}
          hint={said.hints.title}
          lines="one"
          maxLength={120}
          value={withoutPrefix(text.title)}
          onChange={(title) => set({ title })}
        />
      </Part>
      <Part remarks={on('what')}>
        <PartText
          {...blanks}
          label={said.fields.what}
          hint={said.hints.what}
          lines="many"
          maxLength={800}
          value={text.what}
          onChange={(what) => set({ what })}
        />
      </Part>
      <Part remarks={on('instructions')}>
        <InstructionsField
          {...blanks}
          instructions={text.instructions}
          onChange={(instructions) => set({ instructions: [...instructions] })}
        />
      </Part>
      <Part remarks={on('where')}>
        <PartText
          {...blanks}
          label={said.fields.where}
          lines="one"
          maxLength={300}
          value={text.where ?? ''}
          onChange={(where) => set({ where })}
        />
      </Part>
      <Part remarks={on('body')}>
        <PartText
          {...blanks}
          label={said.fields.body}
          lines="many"
          maxLength={6_000}
          value={text.body}
          onChange={(body) => set({ body })}
        />
      </Part>
      <Part remarks={on('nextPointAt')}>
        <TimeChoice
          label={said.fields.nextPointAt}
          value={text.nextPointAt}
          presets={nextPoints}
          onChange={(nextPointAt) => set({ nextPointAt })}
        />
      </Part>
      <Part remarks={on('expiresAt')}>
        <TimeChoice
          label={said.fields.expiresAt}
          value={text.expiresAt}
          presets={lives}
          onChange={(expiresAt) => set({ expiresAt })}
        />
      </Part>
    </div>
  )
}
