import { useState } from 'react'
import type { ImportChoices } from '#client/roster/import-choices.ts'
import { words } from '#client/roster/words.ts'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { useSubmit } from '#client/sync/use-submit.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { CheckboxField } from '#client/ui/CheckboxField.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneFoot } from '#client/ui/ZoneParts.tsx'
import type { MemberId } from '#shared/lib/id.ts'
import type { RosterPreview } from '#shared/roster/preview.ts'

type ConfirmImportProps = Readonly<{
  preview: RosterPreview
  choices: ImportChoices
  onChoose: (change: Partial<ImportChoices>) => void
  onReadAgain: () => void
  onDone: (isPending: boolean) => void
}>

/** The button says what it will do, and what it leaves stands beside it; faulty lines stay out only by an explicit word. */
export function ConfirmImport({ preview, choices, onChoose, onReadAgain, onDone }: ConfirmImportProps) {
  const said = useWords(words)
  const { save, isSaving, refused } = useImport(preview, { choices, onDone })
  const { counts, missing } = preview
  const parts = usePartsOf(preview, choices)
  const nothing = leftBy(choices, preview) + counts.faulty === 0 ? said.nothing : said.nothingElse
  const isAgreed = counts.faulty === 0 || choices.leavesFaulty
  const isReady = parts !== '' && missing.length === 0 && isAgreed && !isSaving
  const run = () => void (isReady ? save() : undefined)
  useKeys({ '$mod+Enter': { label: said.import, run } })
  return (
    <ZoneFoot>
      {refused === null ? null : (
        <>
          <p className="ui-field__error">{refused}</p>
          <Button kind="secondary" onClick={onReadAgain}>
            {said.readAgain}
          </Button>
        </>
      )}
      <LeftOut preview={preview} choices={choices} onChoose={onChoose} isAsked={parts !== ''} />
      {isSaving ? <output>{said.saving}</output> : null}
      <Button keys="$mod+Enter" disabled={!isReady} onClick={run}>
        {parts === '' ? nothing : said.confirm(parts)}
      </Button>
    </ZoneFoot>
  )
}

type LeftOutProps = Pick<ConfirmImportProps, 'preview' | 'choices' | 'onChoose'> &
  Readonly<{
    /** Nothing is asked where there is nothing to import. */
    isAsked: boolean
  }>

function LeftOut({ preview, choices, onChoose, isAsked }: LeftOutProps) {
  const said = useWords(words)
  const { faulty } = preview.counts
  const left = leftBy(choices, preview)
  return (
    <>
      {faulty === 0 || !isAsked ? null : (
        <CheckboxField
          label={said.without(faulty)}
          checked={choices.leavesFaulty}
          onChange={(leavesFaulty) => onChoose({ leavesFaulty })}
        />
      )}
      {left === 0 ? null : <p>{said.left(left)}</p>}
    </>
  )
}

function leftBy({ renames }: ImportChoices, { counts }: RosterPreview): number {
  return renames ? 0 : counts.renamed
}

/** "115 ajoutés, 2 retirés"; empty when there is nothing to do. */
function usePartsOf({ counts, gone }: RosterPreview, { renames, removesGone }: ImportChoices): string {
  const said = useWords(words)
  const work = {
    added: counts.added,
    changed: counts.changed,
    renamed: renames ? counts.renamed : 0,
    removed: removesGone ? gone.length : 0,
  }
  return (['added', 'changed', 'renamed', 'removed'] as const)
    .filter((part) => work[part] > 0)
    .map((part) => said.parts[part](work[part]))
    .join(', ')
}

type Choice = Pick<ConfirmImportProps, 'choices' | 'onDone'>

function useImport(preview: RosterPreview, { choices, onDone }: Choice) {
  const said = useWords(words)
  const explain = useRefusalWords()
  const submit = useSubmit()
  const [isSaving, setSaving] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const save = async () => {
    setSaving(true)
    const sent = await submit(importCommand(preview, choices))
    setSaving(false)
    if (sent.status === 'refused') {
      setRefused(explain(sent.refusal))
      announce(explain(sent.refusal), 'assertive')
      return
    }
    announce(sent.status === 'pending' ? said.waiting : said.done, 'polite')
    onDone(sent.status === 'pending')
  }
  return { save, isSaving, refused }
}

function importCommand({ rows, gone }: RosterPreview, { renames, removesGone }: ImportChoices) {
  const isTaken = (change: RosterPreview['rows'][number]['change']) =>
    change === 'added' || change === 'changed' || (change === 'renamed' && renames)
  // The preview's ids are the roster's own, which went to the server and came back as text.
  const members = rows.flatMap(({ member, change, existing }) =>
    member !== null && isTaken(change) ? [{ id: existing as MemberId | null, member }] : [],
  )
  return { type: 'roster.import', members, remove: removesGone ? ([...gone] as MemberId[]) : [] } as const
}
