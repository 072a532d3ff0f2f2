import type { PartProps } from '#client/calls/part-props.ts'
import { words } from '#client/calls/words.ts'
import { lastTimeItWas } from '#client/lib/wall-time.ts'
import { useWords } from '#client/lib/words.ts'
import { CheckboxField } from '#client/ui/CheckboxField.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { TimeField } from '#client/ui/TimeField.tsx'

/** What the operations centre should know: a fact and a place, seen or heard. */
export function UpwardPart({ draft, problem, onChange }: PartProps) {
  const said = useWords(words)
  const { upward } = draft
  const change = (changes: Partial<typeof upward>) => onChange({ upward: { ...upward, ...changes } })
  return (
    <>
      <div className="calls__line">
        <TextArea
          label={said.upward.fact}
          hint={said.upward.factHint}
          rows={2}
          maxLength={1_000}
          value={upward.fact}
          onChange={(fact) => change({ fact })}
          error={problem === 'upwardFact' ? said.problems.upwardFact : null}
        />
        <TextField
          label={said.upward.place}
          hint={said.upward.placeHint}
          maxLength={160}
          value={upward.place}
          onChange={(place) => change({ place })}
          error={problem === 'upwardPlace' ? said.problems.upwardPlace : null}
        />
        <TimeField
          label={said.upward.seenAt}
          presence="optional"
          value={upward.seenAt}
          read={lastTimeItWas}
          onChange={(seenAt) => change({ seenAt })}
        />
      </div>
      <CheckboxField
        label={said.upward.firstHand}
        checked={upward.firstHand}
        onChange={(firstHand) => change({ firstHand })}
      />
    </>
  )
}
