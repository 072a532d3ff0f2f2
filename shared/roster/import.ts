import { phoneFaults } from '#shared/lib/phone.ts'

/** What a column of the file can be about. */
export const rosterFields = [
  'lastName',
  'firstName',
  'fullName',
  'service',
  'mobile',
  'home',
  'office',
  'phone',
  'email',
  'distanceKm',
  'travelMinutes',
  'commune',
  'languages',
  'skills',
  'trainedOn',
  'rank',
] as const
export type RosterField = (typeof rosterFields)[number]

/** One field or none (ignored) per column of the file, in the columns' order. */
export type RosterMapping = readonly (RosterField | null)[]

export const rosterEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
] as const
export type RosterEncoding = (typeof rosterEncodings)[number]

export const separators = [';', ',', '\t', '|'] as const
export type Separator = (typeof separators)[number]

/** Why a whole file is not read. */
export type RosterRefusalCode =
  | 'file.empty'
  | 'file.too-large'
  | 'file.too-many-lines'
  | 'file.too-many-columns'
  | 'file.spreadsheet'
  | 'file.binary'
  | 'file.quotes'
  /** Its reading failed, or took too long. */
  | 'file.unread'
  /** Other files are being read. */
  | 'file.busy'

/** Each has its sentences in client/roster/import-words.ts. */
export const problemCodes = [
  ...phoneFaults,
  'phone.missing',
  'phone.too-many',
  'name.missing',
  'name.partial',
  'text.too-long',
  'text.unprintable',
  'email.invalid',
  'distance.invalid',
  'travel.invalid',
  'commune.unknown',
  'commune.several',
  'commune.contradiction',
  'list.too-long',
  'date.invalid',
  'order.invalid',
  'number.taken',
  'duplicate.number',
  'duplicate.member',
  'line.too-long',
  'quote.unclosed',
  'encoding.lost',
] as const
export type ProblemCode = (typeof problemCodes)[number]

// Who this is, and how to reach them: without these nobody can be called, and of two lines that contradict each other one is wrong.
const blocking: ReadonlySet<ProblemCode> = new Set([
  'name.missing',
  'phone.missing',
  'duplicate.number',
  'duplicate.member',
  'quote.unclosed',
])

/** A blocking problem keeps its line out until the file is mended; a remark leaves the faulty value out and the member in. */
export function isBlocking(code: ProblemCode): boolean {
  return blocking.has(code)
}
