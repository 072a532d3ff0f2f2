import { compareRows, type Comparison, type ExistingMember } from '#server/roster/import/compare.ts'
import { decode } from '#server/roster/import/decode.ts'
import { matchHeaders } from '#server/roster/import/headers.ts'
import { phoneFields, readRow } from '#server/roster/import/row.ts'
import { readTable } from '#server/roster/import/table.ts'
import {
  isBlocking,
  type RosterEncoding,
  type RosterMapping,
  type RosterRefusalCode,
} from '#shared/roster/import.ts'
import type { PlaceReading } from '#shared/communes/find.ts'
import type { RosterPreview, RosterReading } from '#shared/roster/preview.ts'

/*
 * From the bytes of a roster file to everything that importing it would do. Pure: nothing is stored, nothing remembered. A
 * value that begins with = + - @ is text here and stays text; what writes files for spreadsheets escapes it.
 */

const megabyte = 1_048_576
/** 250 members weigh 40 KB: past this, it is not a roster. */
export const mostMegabytes = 2
const mostLines = 5_000
const mostColumns = 100

export type PreviewOptions = Readonly<{
  /** What the person says the columns are; null: found out from the headers. */
  mapping: RosterMapping | null
  /** What the person says the file is encoded in; null: found out. */
  encoding: RosterEncoding | null
  /** Today's roster. */
  existing: readonly ExistingMember[]
  /** The one commune that a text means, or why there is none. */
  placeOf: (text: string) => PlaceReading
}>

/** Reads a roster file. Whatever the bytes, the answer is a preview or a refusal; it never throws. */
export function previewRoster(bytes: Uint8Array, options: PreviewOptions): RosterReading {
  if (bytes.length > mostMegabytes * megabyte) return refuse('file.too-large', mostMegabytes)
  if (isSpreadsheet(bytes)) return refuse('file.spreadsheet')
  const { encoding, text } = decode(bytes, options.encoding)
  if (text.includes('\0')) return refuse('file.binary')
  const table = readTable(text)
  if (table === 'file.too-many-lines') return refuse(table, mostLines)
  if (typeof table === 'string') return refuse(table)
  if (table.records.length > mostLines) return refuse('file.too-many-lines', mostLines)
  const headers = table.header.cells.map((header) => header.replaceAll(/\s+/gu, ' ').trim().slice(0, 200))
  if (headers.length > mostColumns) return refuse('file.too-many-columns', mostColumns)

  const fields = alignMapping(options.mapping ?? matchHeaders(headers), headers.length)
  const columns = { headers, fields, placeOf: remember(options.placeOf) }
  const rows = table.records.map((record) => readRow(record, columns))
  const comparison = compareRows(rows, fields, options.existing)
  const preview: RosterPreview = {
    encoding,
    separator: table.separator,
    headerLine: table.header.line,
    columns: headers.map((header, place) => ({ header, field: fields[place] ?? null })),
    missing: listMissing(fields),
    rows: comparison.rows,
    counts: countRows(comparison),
    gone: comparison.gone,
  }
  return { ok: true, preview }
}

function refuse(code: RosterRefusalCode, detail: number | null = null): RosterReading {
  return { ok: false, refusal: { code, detail } }
}

/** XLSX and ODS are ZIP archives, XLS a compound file: people will drop them here. */
function isSpreadsheet(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return start === '504b0304' || start === 'd0cf11e0'
}

function alignMapping(mapping: RosterMapping, width: number): RosterMapping {
  return Array.from({ length: width }, (_, place) => mapping[place] ?? null)
}

/** A roster names few communes many times, and finding one means looking through all of France. */
function remember(placeOf: PreviewOptions['placeOf']): PreviewOptions['placeOf'] {
  const known = new Map<string, PlaceReading>()
  return (text) => {
    const place = known.get(text) ?? placeOf(text)
    known.set(text, place)
    return place
  }
}

function listMissing(fields: RosterMapping): RosterPreview['missing'] {
  const has = new Set(fields)
  const missing: RosterPreview['missing'][number][] = []
  if (!has.has('fullName') && !has.has('lastName')) missing.push('lastName')
  if (!has.has('fullName') && !has.has('firstName')) missing.push('firstName')
  if (!fields.some((field) => field !== null && phoneFields.has(field))) missing.push('phone')
  return missing
}

function countRows({ rows }: Comparison): RosterPreview['counts'] {
  const count = (change: string) => rows.filter((row) => row.change === change).length
  return {
    lines: rows.length,
    added: count('added'),
    changed: count('changed'),
    renamed: count('renamed'),
    unchanged: count('unchanged'),
    duplicate: count('duplicate'),
    faulty: rows.filter((row) => row.change === null).length,
    warned: rows.filter(
      ({ member, problems }) => member !== null && problems.some(({ code }) => !isBlocking(code)),
    ).length,
  }
}
