import papaparse from 'papaparse'
import { localTime } from '#server/lib/local-time.ts'
import type { LogLine } from '#shared/register/queries.ts'

/*
 * The logbook as Excel in France opens it by a double click: UTF-8 with its mark, semicolons, CRLF. Cells that a
 * spreadsheet would run as a formula are escaped. Every line says whether it is of an exercise: lines get copied. Beside each
 * time as it is read stands the instant with its offset: in the night the clocks go back, 02:30 is two of them.
 */

const byteOrderMark = '\uFEFF'
const header = [
  'N°',
  'Nature',
  'Date',
  'Heure',
  'Instant',
  'Heure de l’horloge fausse',
  'Instant de l’horloge fausse',
  'Heure du fait',
  'Instant du fait',
  'Auteur',
  'Fait',
  'Rayé',
  'Instant de la rature',
  'Motif de la rature',
]

export type CrisisKind = 'real' | 'exercise'

export function csvHead(): string {
  return byteOrderMark + csvOf([header])
}

export function csvLines(lines: readonly LogLine[], kind: CrisisKind): string {
  return lines.length === 0 ? '' : csvOf(lines.map((line) => cellsOf(line, kind)))
}

function csvOf(rows: readonly (readonly string[])[]): string {
  const csv = papaparse.unparse(
    rows.map((row) => [...row]),
    { delimiter: ';', newline: '\r\n', escapeFormulae: true },
  )
  return `${csv}\r\n`
}

function cellsOf(
  { seq, at, recordedAt, happenedAt, author, fr, struck }: LogLine,
  kind: CrisisKind,
): readonly string[] {
  const strike =
    struck === null
      ? ['', '', '']
      : [`${struck.author}, ${timeOf(struck.at)}`, stamp(struck.at), struck.reason]
  const nature = kind === 'exercise' ? 'EXERCICE' : 'RÉEL'
  const clock =
    recordedAt === null ? ['', ''] : [`${dateOf(recordedAt)} ${timeOf(recordedAt)}`, stamp(recordedAt)]
  const fact = happenedAt === null ? ['', ''] : [timeOf(happenedAt), stamp(happenedAt)]
  return [String(seq), nature, dateOf(at), timeOf(at), stamp(at), ...clock, ...fact, author, fr, ...strike]
}

const { stamp } = localTime('Europe/Paris')
const date = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris' })
const time = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', timeStyle: 'medium' })

function dateOf(at: number): string {
  return date.format(at)
}

function timeOf(at: number): string {
  return time.format(at)
}
