import { useRef, useState, type FormEvent } from 'react'
import { CallHead } from '#client/calls/CallHead.tsx'
import { CommuneField } from '#client/calls/CommuneField.tsx'
import { isBlank, withPart, type Draft, type Part } from '#client/calls/draft.ts'
import { changeDraft, removeDraft, useIsUnkept } from '#client/calls/drafts.ts'
import { MoreParts } from '#client/calls/MoreParts.tsx'
import { OutcomeKeys } from '#client/calls/OutcomeKeys.tsx'
import { ReasonKeys } from '#client/calls/ReasonKeys.tsx'
import type { Problem } from '#client/calls/record-draft.ts'
import { useRecord, type LastSent } from '#client/calls/use-record.ts'
import { words } from '#client/calls/words.ts'
import { now } from '#client/lib/clock.ts'
import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { useHandling } from '#client/sync/use-presence.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { useIsInText } from '#client/ui/use-is-in-text.ts'
import { useKeys } from '#client/ui/use-keys.ts'
import type { Outcome } from '#shared/calls/outcomes.ts'

/** What an outcome asks for next. */
const partFor: Readonly<Partial<Record<Outcome, Part>>> = {
  callbackPromised: 'callback',
  questionOpened: 'callback',
  escalated: 'upward',
}

/** One sheet, answered by keys in order: reason, commune, outcome, Entrée. The rest opens in place below. */
export function SheetForm({ draft }: Readonly<{ draft: Draft }>) {
  const said = useWords(words)
  const form = useRef<HTMLFormElement>(null)
  const commune = useRef<HTMLInputElement>(null)
  const outcome = useRef<HTMLDivElement>(null)
  const save = useRef<HTMLDivElement>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { record, refusal, last } = useRecord(draft.id)
  const isUnkept = useIsUnkept()
  useHandling(draft.corrects === null ? null : `sheet:${draft.corrects.sheet}`)

  const change = (changes: Partial<Draft>) => {
    setProblem(null)
    changeDraft(draft.id, (current) => ({ ...started(current), ...changes }))
  }
  const chooseOutcome = (chosen: Outcome) => {
    const part = partFor[chosen]
    setProblem(null)
    changeDraft(draft.id, (current) => {
      const next = { ...started(current), outcome: chosen }
      return part === undefined ? next : withPart(next, part)
    })
    // It is always in sight: a long sheet must not scroll away for it.
    if (part === undefined) firstIn(save.current)?.focus({ preventScroll: true })
  }
  const submit = () => void record(draft).then(setProblem)
  useKeys({ '$mod+Enter': { label: said.record, run: () => form.current?.requestSubmit() } })

  return (
    <form
      ref={form}
      className="calls__form"
      aria-label={said.sheet}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit()
      }}
    >
      <CallHead draft={draft} onChange={change} />
      <ActProblem text={refusal} />
      {isUnkept && !isBlank(draft) ? <Callout tone="warning" title={said.unkept} /> : null}
      <ReasonKeys
        theme={draft.theme}
        reason={draft.reason}
        error={problem === 'reason' ? said.problems.reason : null}
        onChange={(theme, reason) => {
          change({ theme, reason })
          if (reason !== null) commune.current?.focus()
        }}
      />
      <CommuneField
        ref={commune}
        value={draft.commune}
        onChange={(chosen) => {
          change({ commune: chosen })
          // A choice that Tab did not wait for comes when the hand is already elsewhere.
          const isHere = document.activeElement === commune.current
          if (chosen !== null && isHere) focusSoon(firstIn(outcome.current))
        }}
      />
      <OutcomeKeys
        ref={outcome}
        value={draft.outcome}
        error={problem === 'outcome' ? said.problems.outcome : null}
        onChoose={chooseOutcome}
      />
      <TextArea
        label={said.note}
        placeholder={said.noteHint}
        presence="optional"
        rows={1}
        maxLength={2_000}
        value={draft.note}
        onChange={(note) => change({ note })}
      />
      <MoreParts draft={draft} problem={problem} onChange={change} />
      <div className="calls__foot" ref={save}>
        <RecordButton isCorrection={draft.corrects !== null} />
        {isBlank(draft) ? null : (
          <Button kind="tertiary" icon="trash" onClick={() => removeDraft(draft.id)}>
            {said.discard}
          </Button>
        )}
        {last !== null && isBlank(draft) ? <LastRecorded last={last} /> : null}
      </div>
    </form>
  )
}

/** In a text of several lines Entrée begins the next one: the badge says what records from there. */
function RecordButton({ isCorrection }: Readonly<{ isCorrection: boolean }>) {
  const said = useWords(words)
  return (
    <Button type="submit" size="large" keys={useIsInText() ? '$mod+Enter' : 'Enter'} icon="check">
      {isCorrection ? said.recordCorrection : said.record}
    </Button>
  )
}

/** What became of the sheet before this one. */
function LastRecorded({ last }: Readonly<{ last: LastSent }>) {
  const said = useWords(words)
  const format = useFormat()
  return last.status === 'recorded' ? (
    <Badge tone="success">{said.lastRecorded(format.instant(last.at, 'time'))}</Badge>
  ) : (
    <Badge tone="warning">{said.lastPending}</Badge>
  )
}

/** The clock starts by itself at the first key, for those who answer before they press the start key. */
function started(draft: Draft): Draft {
  return draft.startedAt === null && !draft.isFromPaper ? { ...draft, startedAt: now() } : draft
}

/**
 * After the key that caused it has done its own work: Tab takes a commune and moves on by itself. Everywhere else the
 * focus moves at once, so that a hand faster than the screen is never one field behind.
 */
function focusSoon(element: HTMLElement | null): void {
  requestAnimationFrame(() => element?.focus())
}

function firstIn(container: HTMLElement | null): HTMLElement | null {
  return container?.querySelector<HTMLElement>('[tabindex="0"], [type="submit"]') ?? null
}
