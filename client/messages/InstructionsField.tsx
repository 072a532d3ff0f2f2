import { useWords } from '#client/lib/words.ts'
import type { BlankValues } from '#client/messages/BlankText.tsx'
import { PartText } from '#client/messages/PartField.tsx'
import { words } from '#client/messages/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'

/** As many as the schema takes; the linter remarks from the fourth on. */
const most = 6

type InstructionsFieldProps = Readonly<{
  instructions: readonly string[]
  onChange: (instructions: readonly string[]) => void
  values: BlankValues
  onFill: (values: BlankValues) => void
}>

export function InstructionsField({ instructions, onChange, ...blanks }: InstructionsFieldProps) {
  const said = useWords(words)
  return (
    <fieldset className="msg-instructions">
      <legend className="fr-label">{said.fields.instructions}</legend>
      <p className="ui-field__hint">{said.hints.instructions}</p>
      <ol>
        {instructions.map((instruction, n) => (
          // Instructions have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={n}>
            <PartText
              {...blanks}
              label={said.instruction(n + 1)}
              lines="one"
              maxLength={200}
              value={instruction}
              onChange={(value) => onChange(instructions.with(n, value))}
            />
            <IconButton
              icon="close"
              label={said.removeInstruction(n + 1)}
              onClick={() => onChange(instructions.toSpliced(n, 1))}
            />
          </li>
        ))}
      </ol>
      {instructions.length < most ? (
        <Button kind="tertiary" size="small" icon="add" onClick={() => onChange([...instructions, ''])}>
          {said.addInstruction}
        </Button>
      ) : null}
    </fieldset>
  )
}
