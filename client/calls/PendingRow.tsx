import type { PendingSheet } from '#client/calls/take-back.ts'
import { TakeBackButton } from '#client/calls/TakeBackButton.tsx'
import { words } from '#client/calls/room-words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { Icon } from '#client/ui/Icon.tsx'
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
      <time>{format.instant(madeAt, 'time')}</time>
      <span className="calls__what">
        <span>{reasonLabel(content.reason, language)}</span>
        <small className={refusal === null ? 'calls__open' : 'calls__late'}>
          <Icon name={refusal === null ? 'time' : 'danger'} />{' '}
          {refusal === null ? said.toSend : `${said.refused} : ${explain(refusal)}`}
        </small>
      </span>
      {refusal === null ? null : <TakeBackButton item={item} />}
    </div>
  )
}
