import { z } from 'zod'
import {
  problemCodes,
  rosterEncodings,
  rosterFields,
  type RosterRefusalCode,
  separators,
} from '#shared/roster/import.ts'
import { ImportedMember } from '#shared/roster/member.ts'

/*
 * What the server answers to a roster file: nothing is stored, everything is said. A line is either a member ready to
 * be imported or the problems that keep it out; a remark leaves the member in.
 */

export const RosterMappingSchema = z.array(z.enum(rosterFields).nullable()).max(100).readonly()
export const RosterEncodingSchema = z.enum(rosterEncodings)

const RosterProblem = z.strictObject({
  code: z.enum(problemCodes),
  /** The column's header as the file writes it; null when the whole line is at fault. */
  column: z.string().nullable(),
  /** What the cell says, shortened; null when it says nothing. */
  value: z.string().nullable(),
  /** Another line of the file that this one contradicts. */
  otherLine: z.int().nullable(),
})
export type RosterProblem = Readonly<z.infer<typeof RosterProblem>>

/** `renamed`: the number of a member, under another person's name. A marriage, or an error: taken only on somebody's word. */
const RosterChange = z.enum(['added', 'changed', 'renamed', 'unchanged', 'duplicate'])

const RosterRow = z.strictObject({
  /** Line of the file, 1 first, as a spreadsheet or an editor numbers it. */
  line: z.int(),
  /** Of whom the line speaks, as far as it can be read; null when it names nobody. */
  name: z.string().nullable(),
  /** Null: kept out by a blocking problem. */
  member: ImportedMember.nullable(),
  problems: z.array(RosterProblem).readonly(),
  /** Null where the line cannot be read far enough to tell. */
  change: RosterChange.nullable(),
  /** The member of today's roster that this line speaks of. */
  existing: z.string().nullable(),
})
export type RosterRow = Readonly<z.infer<typeof RosterRow>>

export const RosterPreview = z.strictObject({
  encoding: z.enum(rosterEncodings),
  separator: z.enum(separators),
  headerLine: z.int(),
  columns: z.array(z.strictObject({ header: z.string(), field: z.enum(rosterFields).nullable() })).readonly(),
  /** What no column says and no member can do without. */
  missing: z.array(z.enum(['lastName', 'firstName', 'phone'])).readonly(),
  rows: z.array(RosterRow).readonly(),
  counts: z.strictObject({
    lines: z.int(),
    added: z.int(),
    changed: z.int(),
    renamed: z.int(),
    unchanged: z.int(),
    duplicate: z.int(),
    /** Lines kept out. */
    faulty: z.int(),
    /** Lines taken with a remark. */
    warned: z.int(),
  }),
  /** Members of today's roster of whom no line of the file speaks, not even a faulty one. */
  gone: z.array(z.string()).readonly(),
})
export type RosterPreview = Readonly<z.infer<typeof RosterPreview>>

/** `detail`: the limit that was passed, in the unit of the sentence (MB, lines, columns); null otherwise. */
type RosterRefusal = Readonly<{ code: RosterRefusalCode; detail: number | null }>
export type RosterReading =
  | Readonly<{ ok: true; preview: RosterPreview }>
  | Readonly<{ ok: false; refusal: RosterRefusal }>
