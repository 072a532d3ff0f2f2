import { startAgain } from '#client/calls/drafts.ts'
import { words } from '#client/calls/room-words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { dismiss, type OutboxItem } from '#client/sync/use-submit.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { Button } from '#client/ui/Button.tsx'
import type { LogCall } from '#shared/calls/commands.ts'
import { reasonLabel } from '#shared/calls/reason-labels.ts'
import type { CrisisId } from '#shared/lib/id.ts'

/** A sheet that is still in the outbox: waiting for the server, or refused by it while nobody looked. */
export type PendingSheet = Omit<OutboxItem, 'envelope'> & {
  readonly envelope: Readonly<{ id: OutboxItem['envelope']['id']; crisis: CrisisId; command: LogCall }>
}

export function PendingRow({ item }: Readonly<{ item: PendingSheet }>) {
  const said = useWords(words)
  const format = useFormat()
  const language = useLanguage()
  const explain = useRefusalWords()
  const { envelope, madeAt, refusal } = item
  const { content } = envelope.command
  const takeBack = () => {
    startAgain(envelope.command)
    void dismiss(envelope.id)
  }
  return (
    <div className="calls__row">
      <span className="calls__time">{format.instant(madeAt, 'time')}</span>
      <span className="calls__what">
        {reasonLabel(content.reason, language)}
        {refusal === null ? null : ` · ${explain(refusal)}`}
      </span>
      <Badge tone={refusal === null ? 'warning' : 'danger'}>
        {refusal === null ? said.toSend : said.refused}
      </Badge>
      {refusal === null ? null : (
        <Button kind="secondary" size="small" onClick={takeBack}>
          {said.takeBack}
        </Button>
      )}
    </div>
  )
}
