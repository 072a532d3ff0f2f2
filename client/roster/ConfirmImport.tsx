import { useState } from 'react'
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
  removesGone: boolean
  onReadAgain: () => void
  onDone: (isPending: boolean) => void
}>

/** The button says what it will do; faulty lines stay out only by an explicit word. */
export function ConfirmImport({ preview, removesGone, onReadAgain, onDone }: ConfirmImportProps) {
  const said = useWords(words)
  const { save, isSaving, refused } = useImport(preview, { removesGone, onDone })
  const [areFaultyLeft, setFaultyLeft] = useState(false)
  const { counts, missing } = preview
  const parts = usePartsOf(preview, removesGone)
  const isAgreed = counts.faulty === 0 || areFaultyLeft
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
      {counts.faulty === 0 || parts === '' ? null : (
        <CheckboxField label={said.without(counts.faulty)} checked={areFaultyLeft} onChange={setFaultyLeft} />
      )}
      {isSaving ? <output>{said.saving}</output> : null}
      <Button keys="$mod+Enter" disabled={!isReady} onClick={run}>
        {parts === '' ? said.nothing : said.confirm(parts)}
      </Button>
    </ZoneFoot>
  )
}

/** "115 ajoutés, 2 retirés"; empty when there is nothing to do. */
function usePartsOf({ counts, gone }: RosterPreview, removesGone: boolean): string {
  const said = useWords(words)
  const work = { added: counts.added, changed: counts.changed, removed: removesGone ? gone.length : 0 }
  return (['added', 'changed', 'removed'] as const)
    .filter((part) => work[part] > 0)
    .map((part) => said.parts[part](work[part]))
    .join(', ')
}

type Choice = Pick<ConfirmImportProps, 'removesGone' | 'onDone'>

function useImport(preview: RosterPreview, { removesGone, onDone }: Choice) {
  const said = useWords(words)
  const explain = useRefusalWords()
  const submit = useSubmit()
  const [isSaving, setSaving] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const save = async () => {
    setSaving(true)
    const sent = await submit(importCommand(preview, removesGone))
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

function importCommand({ rows, gone }: RosterPreview, removesGone: boolean) {
  // The preview's ids are the roster's own, which went to the server and came back as text.
  const members = rows.flatMap(({ member, change, existing }) =>
    member !== null && (change === 'added' || change === 'changed')
      ? [{ id: existing as MemberId | null, member }]
      : [],
  )
  return { type: 'roster.import', members, remove: removesGone ? ([...gone] as MemberId[]) : [] } as const
}
