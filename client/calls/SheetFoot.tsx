import { isBlank, type Draft } from '#client/calls/draft.ts'
import type { LastSent } from '#client/calls/use-record.ts'
import { words } from '#client/calls/words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { useIsInText } from '#client/ui/use-is-in-text.ts'
import { ZoneFoot } from '#client/ui/ZoneParts.tsx'

type SheetFootProps = Readonly<{ draft: Draft; last: LastSent | null; onDiscard: () => void }>

/** The one act of the sheet, and where the sheet stands. */
export function SheetFoot({ draft, last, onDiscard }: SheetFootProps) {
  const said = useWords(words)
  // In a text of several lines Entrée begins the next one: the badge says what records from there.
  const keys = useIsInText() ? '$mod+Enter' : 'Enter'
  return (
    <ZoneFoot>
      <Button type="submit" size="large" keys={keys} icon="check">
        {draft.corrects === null ? said.record : said.recordCorrection}
      </Button>
      {isBlank(draft) ? null : (
        <Button kind="tertiary" icon="trash" onClick={onDiscard}>
          {said.discard}
        </Button>
      )}
      <div className="calls__state ui-quiet">
        {last !== null && isBlank(draft) ? <LastRecorded last={last} /> : null}
        <Begun draft={draft} />
      </div>
    </ZoneFoot>
  )
}

/** When the call began; of a correction, what becomes of the sheet as it was. */
function Begun({ draft: { corrects, startedAt } }: Readonly<{ draft: Draft }>) {
  const said = useWords(words)
  const format = useFormat()
  if (corrects !== null) return <p>{said.correctionHint}</p>
  return (
    <p>{startedAt === null ? said.notStarted : said.startedAt(format.instant(startedAt, 'exactTime'))}</p>
  )
}

/** What became of the sheet before this one. */
function LastRecorded({ last }: Readonly<{ last: LastSent }>) {
  const said = useWords(words)
  const format = useFormat()
  return last.status === 'recorded' ? (
    <p className="ui-tone--success">
      <Icon name="check" />
      {said.lastRecorded(format.instant(last.at, 'time'))}
    </p>
  ) : (
    <p className="ui-tone--warning">
      <Icon name="time" />
      {said.lastPending}
    </p>
  )
}
