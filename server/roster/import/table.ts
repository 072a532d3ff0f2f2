import Papa from 'papaparse'
import { recognise } from '#server/roster/import/headers.ts'
import { type Separator, separators } from '#shared/roster/import.ts'

/*
 * From text to numbered records. The separator is the one under which the most headers are recognised. A quote that is
 * opened and never closed would swallow the rest of the file: its line is marked broken and reading goes on from the next.
 */

export type Table = Readonly<{ separator: Separator; header: TableRecord; records: readonly TableRecord[] }>

export type TableRecord = Readonly<{
  /** Line of the file where the record begins, 1 first. */
  line: number
  cells: readonly string[]
  /** A quote of this line is never closed: `cells` holds the raw line alone. */
  isBroken: boolean
}>

// A title, a date, a blank line may stand above the headers.
const headerSearchDepth = 10
// Blank lines included: a sheet whose formatting goes far below its last member is exported with all of them.
const mostPhysicalLines = 20_000
const mostBrokenQuotes = 20

/** The records below the headers, or why the text is no table. Too many broken quotes: what lies between them is not to be trusted. */
export function readTable(text: string): Table | 'file.empty' | 'file.too-many-lines' | 'file.quotes' {
  const normal = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  if (countLineFeeds(normal) > mostPhysicalLines) return 'file.too-many-lines'
  const declared = /^"?sep=([;,\t|])"?\n/.exec(normal)
  const separator = asSeparator(declared?.[1]) ?? detectSeparator(normal)
  const all = readRecords(joinQuotes(normal, separator), separator)
  if (all === null) return 'file.quotes'
  const written = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const records = declared === null ? written : written.slice(1)
  const place = findHeader(records)
  const header = records[place]
  return header === undefined ? 'file.empty' : { separator, header, records: records.slice(place + 1) }
}

/** « "Zoé" »: spaces between a separator and a quote are nobody's, and would make the quote a part of the value. */
function joinQuotes(text: string, separator: Separator): string {
  const mark = separator === '|' ? '\\|' : separator
  return text
    .replaceAll(new RegExp(`(^|${mark})[ \u00A0]+"`, 'gm'), '$1"')
    .replaceAll(new RegExp(`"[ \u00A0]+(?=${mark}|$)`, 'gm'), '"')
}

function asSeparator(found: string | undefined): Separator | null {
  return separators.find((separator) => separator === found) ?? null
}

function detectSeparator(text: string): Separator {
  const start = text.slice(0, 20_000)
  const scored = separators.map((separator) => {
    const rows = Papa.parse<string[]>(start, {
      delimiter: separator,
      newline: '\n',
      preview: headerSearchDepth,
    }).data
    const recognised = Math.max(0, ...rows.map(countRecognised))
    const columns = Math.max(0, ...rows.map((row) => row.length))
    return { separator, score: recognised * 1_000 + Math.min(columns, 999) }
  })
  return scored.reduce((best, other) => (other.score > best.score ? other : best)).separator
}

/** The place of the first record with the most headers known; the first of all when none has any. */
function findHeader(records: readonly TableRecord[]): number {
  const scores = records.slice(0, headerSearchDepth).map(({ cells }) => countRecognised(cells))
  return Math.max(0, scores.indexOf(Math.max(...scores)))
}

function countRecognised(cells: readonly string[]): number {
  return cells.slice(0, 100).filter((cell) => recognise(cell) !== null).length
}

function readRecords(text: string, separator: Separator): readonly TableRecord[] | null {
  const lines = text.split('\n')
  const records: TableRecord[] = []
  let from = 0
  for (let broken = 0; broken <= mostBrokenQuotes; broken += 1) {
    const rest = from === 0 ? text : lines.slice(from).join('\n')
    const { data, errors } = Papa.parse<string[]>(rest, { delimiter: separator, newline: '\n' })
    const firstBroken = errors.find(({ type }) => type === 'Quotes')?.row ?? data.length
    for (const cells of data.slice(0, firstBroken)) {
      records.push({ line: from + 1, cells, isBroken: false })
      from += 1 + countLineFeeds(cells.join(''))
    }
    if (firstBroken === data.length) return records
    records.push({ line: from + 1, cells: [lines[from] ?? ''], isBroken: true })
    from += 1
  }
  return null
}

function countLineFeeds(text: string): number {
  let count = 0
  for (let place = text.indexOf('\n'); place !== -1; place = text.indexOf('\n', place + 1)) count += 1
  return count
}
