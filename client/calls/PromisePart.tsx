import { useState } from 'react'
import { CallerName, CallerPhone } from '#client/calls/CallerPart.tsx'
import { hasPart } from '#client/calls/draft.ts'
import type { PartProps } from '#client/calls/part-props.ts'
import { words } from '#client/calls/words.ts'
import { now } from '#client/lib/clock.ts'
import { useHours } from '#client/lib/hours.ts'
import { nextTimeItIs, wallTime } from '#client/lib/wall-time.ts'
import { useWords } from '#client/lib/words.ts'
import { KeyChoice } from '#client/ui/KeyChoice.tsx'
import { TimeField } from '#client/ui/TimeField.tsx'
import { hour, minute } from '#shared/lib/time.ts'

const delays = { half: 30 * minute, one: hour, two: 2 * hour } as const
type Choice = keyof typeof delays | 'at'

/** What a promise needs, right where it is made: the number and the name to ask for, and when, in one key or as a time. */
export function PromisePart(props: PartProps) {
  const { draft, problem, onChange } = props
  const said = useWords(words)
  const hours = useHours()
  const [choice, setChoice] = useState<Choice | null>(null)
  if (!hasPart(draft, 'callback')) return null
  const choose = (chosen: Choice) => {
    setChoice(chosen)
    if (chosen !== 'at') onChange({ dueAt: now() + delays[chosen] })
  }
  const options = (['half', 'one', 'two', 'at'] as const).map((value, n) => ({
    value,
    keys: String(n + 1),
    label:
      value === choice && value !== 'at' && draft.dueAt !== null
        ? `${said.due[value]}, ${hours.atHour(draft.dueAt)}`
        : said.due[value],
  }))
  return (
    <div className="calls__promise" data-part="callback">
      <div className="calls__line calls__line--two">
        <CallerPhone {...props} />
        <CallerName {...props} />
      </div>
      <div className="calls__line">
        <KeyChoice
          label={said.due.label}
          options={options}
          value={choice}
          onChoose={choose}
          error={problem === 'dueAt' ? said.problems.dueAt : null}
        />
      </div>
      {choice === 'at' ? (
        <div className="calls__line">
          <TimeField
            label={said.due.time}
            value={draft.dueAt}
            read={nextTimeItIs}
            onChange={(dueAt) => onChange({ dueAt })}
          />
        </div>
      ) : null}
      {draft.dueAt === null || choice !== null ? null : <p>{said.due.chosen(wallTime(draft.dueAt))}</p>}
    </div>
  )
}
