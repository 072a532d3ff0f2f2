import papaparse from 'papaparse'
import type { LogLine } from '#shared/register/queries.ts'

/*
 * The logbook as Excel in France opens it by a double click: UTF-8 with its mark, semicolons, CRLF. Cells that a
 * spreadsheet would run as a formula are escaped. Every line says whether it is of an exercise: lines get copied.
 */

const byteOrderMark = '\uFEFF'
const header = [
  'N°',
  'Nature',
  'Date',
  'Heure',
  'Heure de l’horloge fausse',
  'Heure du fait',
  'Auteur',
  'Fait',
  'Rayé',
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
  const strike = struck === null ? ['', ''] : [`${struck.author}, ${timeOf(struck.at)}`, struck.reason]
  const nature = kind === 'exercise' ? 'EXERCICE' : 'RÉEL'
  const clock = recordedAt === null ? '' : `${dateOf(recordedAt)} ${timeOf(recordedAt)}`
  const fact = happenedAt === null ? '' : timeOf(happenedAt)
  return [String(seq), nature, dateOf(at), timeOf(at), clock, fact, author, fr, ...strike]
}

const date = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris' })
const time = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', timeStyle: 'medium' })

function dateOf(at: number): string {
  return date.format(at)
}

function timeOf(at: number): string {
  return time.format(at)
}
