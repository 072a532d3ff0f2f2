import type { PendingSheet } from '#client/calls/take-back.ts'
import { TakeBackButton } from '#client/calls/TakeBackButton.tsx'
import { words } from '#client/calls/room-words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { reasonLabel } from '#shared/calls/reason-labels.ts'

/** One's own sheet on its way: waiting for the server, or refused, with the reason and the way back. */
export function PendingRow({ item }: Readonly<{ item: PendingSheet }>) {
  const said = useWords(words)
  const format = useFormat()
  const language = useLanguage()
  const explain = useRefusalWords()
  const { envelope, madeAt, refusal } = item
  const { content } = envelope.command
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
      {refusal === null ? null : <TakeBackButton item={item} />}
    </div>
  )
}
