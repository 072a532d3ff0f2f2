import { useState } from 'react'
import type { PartProps } from '#client/calls/part-props.ts'
import { words } from '#client/calls/words.ts'
import { now } from '#client/lib/clock.ts'
import { nextTimeItIs, wallTime } from '#client/lib/wall-time.ts'
import { useWords } from '#client/lib/words.ts'
import { KeyChoice } from '#client/ui/KeyChoice.tsx'
import { TimeField } from '#client/ui/TimeField.tsx'
import { hour, minute } from '#shared/lib/time.ts'

const delays = { half: 30 * minute, one: hour, two: 2 * hour } as const
type Choice = keyof typeof delays | 'at'

/** When the caller will be called back: three usual delays in one key, or a time. */
export function CallbackPart({ draft, problem, onChange }: PartProps) {
  const said = useWords(words)
  const [choice, setChoice] = useState<Choice | null>(null)
  const choose = (chosen: Choice) => {
    setChoice(chosen)
    if (chosen !== 'at') onChange({ dueAt: now() + delays[chosen] })
  }
  const options = (['half', 'one', 'two', 'at'] as const).map((value, n) => ({
    value,
    keys: String(n + 1),
    label: said.due[value],
  }))
  return (
    <>
      <KeyChoice
        label={said.due.label}
        options={options}
        value={choice}
        onChoose={choose}
        error={problem === 'dueAt' ? said.problems.dueAt : null}
      />
      {choice === 'at' ? (
        <TimeField
          label={said.due.time}
          value={draft.dueAt}
          read={nextTimeItIs}
          onChange={(dueAt) => onChange({ dueAt })}
        />
      ) : null}
      {draft.dueAt === null ? null : <p>{said.due.chosen(wallTime(draft.dueAt))}</p>}
    </>
  )
}
