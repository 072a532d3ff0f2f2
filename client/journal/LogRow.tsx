import { words } from '#client/journal/words.ts'
import { classNames } from '#client/lib/class-names.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { featureOf } from '#shared/event.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import { hour } from '#shared/lib/time.ts'
import type { LogLine } from '#shared/register/queries.ts'

type LogRowProps = Readonly<{
  line: LogLine
  /** Null: this person may not strike lines out. */
  onStrike: ((line: LogLine) => void) | null
}>

/** One line: when, who, what. Struck out it stays readable, with the reason below. */
export function LogRow({ line, onStrike }: LogRowProps) {
  const said = useWords(words)
  const format = useFormat()
  const language = useLanguage()
  const { seq, at, happenedAt, recordedAt, author, struck, type } = line
  const told = bindSpaces(line[language])
  const isTyped = featureOf(type) === 'journal'
  const mayStrike = onStrike !== null && struck === null && type !== 'journal.struck'
  return (
    <div className={classNames('logbook__row', isTyped && 'logbook__row--typed')}>
      <time dateTime={new Date(at).toISOString()} title={format.instant(at, 'exactDateTime')}>
        {format.instant(at, 'exactTime')}
      </time>
      <span className="logbook__author">{author}</span>
      <div className="logbook__fact">
        {struck === null ? <p>{told}</p> : <s>{told}</s>}
        {recordedAt === null ? null : (
          <p className="ui-quiet">{said.recorded(format.instant(recordedAt, 'exactDateTime'))}</p>
        )}
        {happenedAt === null ? null : (
          <p className="ui-quiet">
            {said.happened(format.instant(happenedAt, at - happenedAt < 12 * hour ? 'time' : 'dateTime'))}
          </p>
        )}
        {struck === null ? null : (
          <p className="ui-quiet">
            {said.struck(struck.author, format.instant(struck.at, 'time'), struck.reason)}
          </p>
        )}
      </div>
      <span className="logbook__number ui-quiet">{seq}</span>
      {mayStrike ? (
        <IconButton icon="subtract" label={said.strike(seq)} onClick={() => onStrike(line)} />
      ) : null}
    </div>
  )
}
