import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react'
import { CommuneField } from '#client/calls/CommuneField.tsx'
import { isBlank, parts, withCommune, withOutcome, type Draft, type Part } from '#client/calls/draft.ts'
import { changeDraft, removeDraft, useIsUnkept } from '#client/calls/drafts.ts'
import { MoreParts } from '#client/calls/MoreParts.tsx'
import { OutcomeKeys } from '#client/calls/OutcomeKeys.tsx'
import { PromisePart } from '#client/calls/PromisePart.tsx'
import { ReasonKeys } from '#client/calls/ReasonKeys.tsx'
import type { Problem } from '#client/calls/record-draft.ts'
import { SameNumber } from '#client/calls/SameNumber.tsx'
import { SheetFoot } from '#client/calls/SheetFoot.tsx'
import { useRecord } from '#client/calls/use-record.ts'
import { words } from '#client/calls/words.ts'
import { now } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { useHandling } from '#client/sync/use-presence.ts'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { focusFirstFault } from '#client/ui/focus-first-fault.ts'
import { TextArea } from '#client/ui/TextArea.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneBody } from '#client/ui/ZoneParts.tsx'
import type { Outcome } from '#shared/calls/outcomes.ts'

type SheetFormProps = Readonly<{
  draft: Draft
  /** It does not make a sheet yet: what lacks is to be seen. */
  onLacking: () => void
}>

/**
 * One sheet, answered by keys in order: reason, commune, outcome, Entrée. What the outcome makes necessary opens right
 * below it, the rest further down.
 */
export function SheetForm({ draft, onLacking }: SheetFormProps) {
  const said = useWords(words)
  const commune = useRef<HTMLInputElement>(null)
  const outcome = useRef<HTMLDivElement>(null)
  const form = useFocusOnOpened(draft.opened)
  const { problem, tell } = useTold(form)
  const { record, refusal, last } = useRecord(draft.id)
  const isUnkept = useIsUnkept()
  useHandling(draft.corrects === null ? null : `sheet:${draft.corrects.sheet}`)

  const update = (next: (current: Draft) => Draft) => {
    tell(null)
    changeDraft(draft.id, (current) => next(started(current)))
  }
  const change = (changes: Partial<Draft>) => update((current) => ({ ...current, ...changes }))
  const chooseOutcome = (chosen: Outcome) => {
    const next = withOutcome(draft, chosen)
    update((current) => withOutcome(current, chosen))
    if (next.opened.length > draft.opened.length) return
    // It is always in sight: a long sheet must not scroll away for it.
    form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus({ preventScroll: true })
  }
  const submit = async () => {
    const lacking = await record(draft)
    tell(lacking)
    if (lacking !== null) onLacking()
  }
  useKeys({ '$mod+Enter': { label: said.record, run: () => form.current?.requestSubmit() } })

  return (
    <form
      ref={form}
      className="ui-zone__panel"
      aria-label={said.sheet}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <SameNumber draft={draft} onChange={change} />
      <ZoneBody>
        <div className="calls__form">
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
          <div className="calls__line">
            <CommuneField
              ref={commune}
              value={draft.commune}
              onChange={(chosen) => {
                update((current) => withCommune(current, chosen))
                // A choice that Tab did not wait for comes when the hand is already elsewhere.
                const isHere = document.activeElement === commune.current
                if (chosen !== null && isHere) focusSoon(outcome)
              }}
            />
          </div>
          <OutcomeKeys
            ref={outcome}
            value={draft.outcome}
            error={problem === 'outcome' ? said.problems.outcome : null}
            onChoose={chooseOutcome}
          />
          <PromisePart draft={draft} problem={problem} onChange={change} />
          <div className="calls__line">
            <TextArea
              label={said.note}
              placeholder={said.noteHint}
              presence="optional"
              rows={1}
              maxLength={2_000}
              value={draft.note}
              onChange={(note) => change({ note })}
            />
          </div>
          <MoreParts draft={draft} problem={problem} onChange={change} />
        </div>
      </ZoneBody>
      <SheetFoot draft={draft} last={last} onDiscard={() => removeDraft(draft.id)} />
    </form>
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
function focusSoon({ current }: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() => current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus())
}

/** What lacks, at its field, which has the focus: also where it is told a second time. */
function useTold(form: RefObject<HTMLFormElement | null>) {
  const [told, setTold] = useState<Readonly<{ problem: Problem }> | null>(null)
  useEffect(() => {
    if (told !== null) focusFirstFault(form.current)
  }, [told, form])
  const tell = (problem: Problem | null) => setTold(problem === null ? null : { problem })
  return { problem: told?.problem ?? null, tell }
}

/** The first field of what has just been opened gets the focus; a draft taken up again with open parts does not move it. */
function useFocusOnOpened(opened: readonly Part[]) {
  const form = useRef<HTMLFormElement>(null)
  const before = useRef(opened)
  useEffect(() => {
    const fresh = parts.find((part) => opened.includes(part) && !before.current.includes(part))
    before.current = opened
    if (fresh === undefined) return
    form.current
      ?.querySelector<HTMLElement>(`[data-part="${fresh}"] :is(input, textarea, [tabindex="0"])`)
      ?.focus()
  }, [opened])
  return form
}
