import { words } from '#client/journal/words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { PrintedMark } from '#client/ui/PrintedMark.tsx'
import { isExercise } from '#shared/activation/select.ts'
import type { Activation } from '#shared/activation/state.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import type { LogLine } from '#shared/register/queries.ts'

type PrintedLogbookProps = Readonly<{
  activation: Activation
  /** Oldest first. */
  lines: readonly LogLine[]
  at: number
  /** False: what the browser's own menu printed, the lines that were at hand. */
  isWhole: boolean
}>

/** The main courante on paper, in order; its head stands on every sheet. */
export function PrintedLogbook({ activation, lines, at, isWhole }: PrintedLogbookProps) {
  const said = useWords(words)
  const format = useFormat()
  const language = useLanguage()
  const told = isWhole ? said.printFoot : said.printPart
  return (
    <table className="logbook-print">
      <thead>
        <tr>
          <th scope="colgroup" colSpan={4}>
            <PrintedMark isExercise={isExercise(activation)} />
            <h1>{said.printHead(activation.title)}</h1>
            <p>{told(lines.length, format.instant(at, 'exactDateTime'))}</p>
          </th>
        </tr>
        <tr>
          <th scope="col">{said.columns.line}</th>
          <th scope="col">{said.columns.at}</th>
          <th scope="col">{said.columns.author}</th>
          <th scope="col">{said.columns.fact}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.seq}>
            <th scope="row">{line.seq}</th>
            <td>{format.instant(line.at, 'dateTime')}</td>
            <td>{line.author}</td>
            <td>
              {line.struck === null ? bindSpaces(line[language]) : <s>{bindSpaces(line[language])}</s>}
              {line.recordedAt === null ? null : (
                <em> ({said.recorded(format.instant(line.recordedAt, 'exactDateTime'))})</em>
              )}
              {line.happenedAt === null ? null : (
                <em> ({said.happened(format.instant(line.happenedAt, 'dateTime'))})</em>
              )}
              {line.struck === null ? null : (
                <em>
                  {' '}
                  {said.struck(
                    line.struck.author,
                    format.instant(line.struck.at, 'time'),
                    line.struck.reason,
                  )}
                </em>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
