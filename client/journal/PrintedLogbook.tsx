import { words } from '#client/journal/words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import type { Activation } from '#shared/activation/state.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import type { LogLine } from '#shared/register/queries.ts'

type PrintedLogbookProps = Readonly<{ activation: Activation; lines: readonly LogLine[]; at: number }>

/** The whole main courante on paper, in order; on the screen it does not show. Its head stands on every sheet. */
export function PrintedLogbook({ activation, lines, at }: PrintedLogbookProps) {
  const said = useWords(words)
  const format = useFormat()
  const language = useLanguage()
  const isExercise = activation.kind === 'exercise'
  return (
    <section className="logbook-print" aria-hidden="true">
      <table>
        <thead>
          <tr>
            <th colSpan={4}>
              {isExercise ? <strong className="logbook-print__exercise">{said.exercise}</strong> : null}
              <h1>{said.printHead(activation.title)}</h1>
              <p>{said.printFoot(lines.length, format.instant(at, 'exactDateTime'))}</p>
            </th>
          </tr>
          <tr>
            <th>{said.columns.line}</th>
            <th>{said.columns.at}</th>
            <th>{said.columns.author}</th>
            <th>{said.columns.fact}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.seq}>
              <td>{line.seq}</td>
              <td>{format.instant(line.at, 'dateTime')}</td>
              <td>{line.author}</td>
              <td>
                {line.struck === null ? bindSpaces(line[language]) : <s>{bindSpaces(line[language])}</s>}
                {line.recordedAt === null ? null : (
                  <em> ({said.recorded(format.instant(line.recordedAt, 'dateTime'))})</em>
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
    </section>
  )
}
