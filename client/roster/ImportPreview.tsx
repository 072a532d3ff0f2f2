import { useState } from 'react'
import { ConfirmImport } from '#client/roster/ConfirmImport.tsx'
import { ColumnFields } from '#client/roster/ColumnFields.tsx'
import type { Said } from '#client/roster/said.ts'
import { ImportProblems } from '#client/roster/ImportProblems.tsx'
import { usePersonNames } from '#client/roster/person-name.ts'
import { words } from '#client/roster/words.ts'
import { useWords } from '#client/lib/words.ts'
import { Callout } from '#client/ui/Callout.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { Segmented } from '#client/ui/Segmented.tsx'
import { Stat } from '#client/ui/Stat.tsx'
import type { Tone } from '#client/ui/tone.ts'
import type { MemberId } from '#shared/lib/id.ts'
import type { RosterPreview } from '#shared/roster/preview.ts'
import type { Roster } from '#shared/roster/state.ts'

type ImportPreviewProps = Readonly<{
  roster: Roster
  preview: RosterPreview
  onAdjust: (change: Partial<Said>) => void
  onReadAgain: () => void
  onDone: (isPending: boolean) => void
}>

/** Everything the import would do, then the one button that does it. */
export function ImportPreview({ roster, preview, onAdjust, ...confirm }: ImportPreviewProps) {
  const said = useWords(words)
  const [removesGone, setRemovesGone] = useState(false)
  const { gone, missing } = preview
  return (
    <>
      <Counts preview={preview} />
      {missing.length === 0 ? null : (
        <Callout tone="danger" title={missing.map((field) => said.missing[field]).join(' ')}>
          {said.missingTeaches}
        </Callout>
      )}
      <ImportProblems preview={preview} />
      <Gone roster={roster} gone={gone} removes={removesGone} onChange={setRemovesGone} />
      <ColumnFields preview={preview} onAdjust={onAdjust} />
      <ConfirmImport preview={preview} removesGone={removesGone} {...confirm} />
    </>
  )
}

function Counts({ preview: { counts, gone } }: Readonly<{ preview: RosterPreview }>) {
  const said = useWords(words)
  const toneOf = (count: number, tone: Tone): Tone => (count === 0 ? 'neutral' : tone)
  return (
    <div className="roster-counts">
      <Stat label={said.added} value={counts.added} tone={toneOf(counts.added, 'success')} />
      <Stat label={said.changed} value={counts.changed} />
      <Stat label={said.unchanged} value={counts.unchanged + counts.duplicate} />
      <Stat label={said.warned} value={counts.warned} tone={toneOf(counts.warned, 'warning')} />
      <Stat label={said.faulty} value={counts.faulty} tone={toneOf(counts.faulty, 'danger')} />
      <Stat label={said.gone} value={gone.length} tone={toneOf(gone.length, 'warning')} />
    </div>
  )
}

type GoneProps = Readonly<{
  roster: Roster
  gone: readonly string[]
  removes: boolean
  onChange: (removes: boolean) => void
}>

/** Nobody leaves the pool without being named. */
function Gone({ roster, gone, removes, onChange }: GoneProps) {
  const said = useWords(words)
  const names = usePersonNames(roster)
  if (gone.length === 0) return null
  return (
    <Panel
      title={said.goneTitle(gone.length)}
      aside={
        <Segmented
          label={said.goneChoice}
          value={removes ? 'remove' : 'keep'}
          onChange={(choice) => onChange(choice === 'remove')}
          options={[
            { value: 'keep', label: said.goneKeep },
            { value: 'remove', label: said.goneRemove },
          ]}
        />
      }
    >
      <p className="roster-gone">{gone.map((id) => names.of(id as MemberId)).join(', ')}</p>
    </Panel>
  )
}
