import { useState } from 'react'
import { clockTime, instantAt } from '#client/calls/clock-time.ts'
import type { PartProps } from '#client/calls/part-props.ts'
import { words } from '#client/calls/words.ts'
import { now } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { KeyChoice } from '#client/ui/KeyChoice.tsx'
import { TextField } from '#client/ui/TextField.tsx'
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
        <TextField
          label={said.due.time}
          type="time"
          value={draft.dueAt === null ? '' : clockTime(draft.dueAt)}
          onChange={(typed) => onChange({ dueAt: instantAt(typed, now(), 'future') })}
        />
      ) : null}
      {draft.dueAt === null ? null : <p>{said.due.chosen(clockTime(draft.dueAt))}</p>}
    </>
  )
}
