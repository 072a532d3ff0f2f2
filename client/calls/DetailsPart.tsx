import { useState } from 'react'
import type { PartProps } from '#client/calls/part-props.ts'
import { words } from '#client/calls/words.ts'
import { useLanguage } from '#client/lib/language.ts'
import { lastTimeItWas } from '#client/lib/wall-time.ts'
import { useWords } from '#client/lib/words.ts'
import { Segmented } from '#client/ui/Segmented.tsx'
import { SelectField } from '#client/ui/SelectField.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { TimeField } from '#client/ui/TimeField.tsx'
import { callerStatusLabels, urgencyLabels } from '#shared/calls/labels.ts'
import { callerStatuses, channels, urgencies } from '#shared/calls/outcomes.ts'

/** What most calls do not need: the rest of the extended sheet, and the true time of a call first noted on paper. */
export function DetailsPart({ draft, problem, onChange }: PartProps) {
  const said = useWords(words)
  const language = useLanguage()
  const statuses = [
    { value: 'unknown' as const, label: said.unknownStatus },
    ...callerStatuses.map((value) => ({ value, label: callerStatusLabels[value][language] })),
  ]
  const [{ startedAt, isFromPaper }] = useState(draft)
  return (
    <>
      <div className="calls__line">
        <TimeField
          label={said.trueStart}
          hint={said.trueStartHint}
          presence="optional"
          value={draft.startedAt}
          read={lastTimeItWas}
          // Emptied: the call's own clock again, which had not stopped.
          onChange={(at) =>
            onChange(at === null ? { startedAt, isFromPaper } : { startedAt: at, isFromPaper: true })
          }
          error={problem === 'startedAt' ? said.problems.startedAt : null}
        />
        <SelectField
          label={said.callerStatus}
          value={draft.callerStatus ?? 'unknown'}
          options={statuses}
          onChange={(status) => onChange({ callerStatus: status === 'unknown' ? null : status })}
        />
        <TextField
          label={said.redirectedTo}
          hint={said.redirectedToHint}
          presence="optional"
          maxLength={120}
          value={draft.redirectedTo}
          onChange={(redirectedTo) => onChange({ redirectedTo })}
        />
      </div>
      <div className="calls__line">
        <Segmented
          label={said.channel}
          value={draft.channel}
          options={channels.map((value) => ({ value, label: said.channels[value] }))}
          onChange={(channel) => onChange({ channel })}
        />
        <Segmented
          label={said.urgencyLabel}
          value={draft.urgency}
          options={urgencies.map((value) => ({ value, label: urgencyLabels[value][language] }))}
          onChange={(urgency) => onChange({ urgency })}
        />
      </div>
      <div className="calls__line">
        <TextArea
          label={said.request}
          presence="optional"
          rows={2}
          maxLength={2_000}
          value={draft.request}
          onChange={(request) => onChange({ request })}
        />
        <TextArea
          label={said.answer}
          presence="optional"
          rows={2}
          maxLength={2_000}
          value={draft.answer}
          onChange={(answer) => onChange({ answer })}
        />
      </div>
    </>
  )
}
