import { EraseButton, EraseDialog } from '#client/access/EraseButton.tsx'
import { useState } from 'react'
import { activeDraft, changeDraft, startCorrection, useDesk } from '#client/calls/drafts.ts'
import { SheetFacts } from '#client/calls/SheetFacts.tsx'
import { useFullSheet } from '#client/calls/use-full-sheet.ts'
import { useName } from '#client/sync/use-names.ts'
import { words } from '#client/calls/room-words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { mayCorrect } from '#shared/calls/authority.ts'
import type { Sheet } from '#shared/calls/state.ts'
import type { SheetVersion } from '#shared/register/queries.ts'

type SheetDialogProps = Readonly<{ sheet: Sheet; onClose: () => void }>

/** A sheet in full, as far as its reader may see it, with its earlier versions. */
export function SheetDialog({ sheet: live, onClose }: SheetDialogProps) {
  const said = useWords(words)
  const format = useFormat()
  const nameOf = useName()
  const { sheet, versions, status, isWhole } = useFullSheet(live)
  const [isErasing, setErasing] = useState(false)
  const { by, loggedAt, talkingPoints, links, content } = sheet
  return (
    <Dialog
      title={said.sheetOf(format.instant(content.startedAt, 'dateTime'))}
      onClose={onClose}
      size="large"
      footer={<Actions sheet={sheet} isWhole={isWhole} onErase={() => setErasing(true)} onDone={onClose} />}
    >
      <p className="calls__meta">
        {said.loggedBy(nameOf(by), format.instant(loggedAt, 'exactTime'))}
        {talkingPoints === 0 ? null : ` · ${said.talkingPoints(talkingPoints)}`}
        {links.length === 0 ? null : ` · ${said.links(links.length)}`}
      </p>
      <SheetFacts sheet={sheet} />
      {status === 'unavailable' ? (
        <p className="ui-field__hint">{isWhole ? said.unavailable : said.unavailableMasked}</p>
      ) : null}
      {versions.length === 0 ? null : <Versions versions={versions} />}
      {isErasing ? (
        <EraseDialog subject={sheet.id} onDone={onClose} onClose={() => setErasing(false)} />
      ) : null}
    </Dialog>
  )
}

type ActionsProps = Readonly<{
  sheet: Sheet
  /** A masked number would replace the true one. */
  isWhole: boolean
  onErase: () => void
  onDone: () => void
}>

function Actions({ sheet, isWhole, onErase, onDone }: ActionsProps) {
  const said = useWords(words)
  const you = useConsole((view) => view.you)
  const desk = useDesk()
  const may = useMay()
  const isMine = you !== null && mayCorrect(sheet, { by: you.person, roles: you.roles })
  const isCorrectable = isWhole && isMine && may('calls.correct')
  const draft = desk === null ? null : activeDraft(desk)
  const isLinkable = draft !== null && draft.corrects === null
  const correct = () => {
    startCorrection(sheet)
    onDone()
  }
  const link = () => {
    if (draft !== null) changeDraft(draft.id, (current) => ({ ...current, linkedTo: sheet.id }))
    onDone()
  }
  return (
    <>
      {isCorrectable ? (
        <Button icon="pencil" onClick={correct}>
          {said.correct}
        </Button>
      ) : null}
      {isLinkable ? (
        <Button kind="secondary" icon="link" onClick={link}>
          {said.linkToCurrent}
        </Button>
      ) : null}
      <EraseButton onAsk={onErase} />
    </>
  )
}

function Versions({ versions }: Readonly<{ versions: readonly SheetVersion[] }>) {
  const said = useWords(words)
  const format = useFormat()
  const nameOf = useName()
  return (
    <section className="calls__versions" aria-label={said.versions}>
      <h3>{said.versions}</h3>
      {versions.map(({ revision, replacedAt, replacedBy, sheet }) => (
        <details key={revision}>
          <summary>
            {said.version(revision)} · {said.corrected} {format.instant(replacedAt, 'time')},{' '}
            {nameOf(replacedBy)}
          </summary>
          <SheetFacts sheet={sheet} />
        </details>
      ))}
    </section>
  )
}
