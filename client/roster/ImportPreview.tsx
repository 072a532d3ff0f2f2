import { ConfirmImport } from '#client/roster/ConfirmImport.tsx'
import { ColumnFields } from '#client/roster/ColumnFields.tsx'
import { ImportAdditions } from '#client/roster/ImportAdditions.tsx'
import { ImportChanges } from '#client/roster/ImportChanges.tsx'
import { useImportChoices } from '#client/roster/import-choices.ts'
import type { Said } from '#client/roster/said.ts'
import { ImportProblems } from '#client/roster/ImportProblems.tsx'
import { ImportRenames } from '#client/roster/ImportRenames.tsx'
import { usePersonNames } from '#client/roster/person-name.ts'
import { words } from '#client/roster/words.ts'
import { classNames } from '#client/lib/class-names.ts'
import { useWords } from '#client/lib/words.ts'
import { Callout } from '#client/ui/Callout.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { Segmented } from '#client/ui/Segmented.tsx'
import { toneIcon, type Tone } from '#client/ui/tone.ts'
import { ZoneBody } from '#client/ui/ZoneParts.tsx'
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
  const { choices, choose } = useImportChoices(preview)
  const { gone, missing } = preview
  return (
    <>
      <ZoneBody>
        <Counts preview={preview} />
        {missing.length === 0 ? null : (
          <Callout tone="danger" title={missing.map((field) => said.missing[field]).join(' ')}>
            {said.missingTeaches}
          </Callout>
        )}
        <ImportRenames
          roster={roster}
          preview={preview}
          renames={choices.renames}
          onChange={(renames) => choose({ renames })}
        />
        <ImportProblems preview={preview} />
        <ImportChanges roster={roster} preview={preview} />
        <Gone
          roster={roster}
          gone={gone}
          removes={choices.removesGone}
          onChange={(removesGone) => choose({ removesGone })}
        />
        <ImportAdditions preview={preview} />
        <ColumnFields preview={preview} onAdjust={onAdjust} />
      </ZoneBody>
      <ConfirmImport preview={preview} choices={choices} onChoose={choose} {...confirm} />
    </>
  )
}

/** What would happen, as one line; what asks for a hand in the colour of it. */
function Counts({ preview: { counts, gone } }: Readonly<{ preview: RosterPreview }>) {
  const said = useWords(words)
  return (
    <dl className="roster-counts">
      <Count label={said.added} value={counts.added} tone="success" />
      <Count label={said.changed} value={counts.changed} />
      <Count label={said.renamed} value={counts.renamed} tone="warning" />
      <Count label={said.unchanged} value={counts.unchanged + counts.duplicate} />
      <Count label={said.warned} value={counts.warned} tone="warning" />
      <Count label={said.faulty} value={counts.faulty} tone="danger" />
      <Count label={said.gone} value={gone.length} tone="warning" />
    </dl>
  )
}

type CountProps = Readonly<{ label: string; value: number; tone?: Tone }>

function Count({ label, value, tone }: CountProps) {
  const sign = value === 0 ? undefined : tone
  return (
    <div className={classNames(sign !== undefined && `ui-tone--${sign}`)}>
      <dt>{label}</dt>
      <dd>
        {sign === undefined ? null : <Icon name={toneIcon[sign]} />}
        {value}
      </dd>
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
          naming="spoken"
          value={removes ? 'remove' : 'keep'}
          onChange={(choice) => onChange(choice === 'remove')}
          options={[
            { value: 'keep', label: said.goneKeep },
            { value: 'remove', label: said.goneRemove },
          ]}
        />
      }
    >
      <p>{gone.map((id) => names.of(id as MemberId)).join(', ')}</p>
    </Panel>
  )
}
