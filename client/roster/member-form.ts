import type { PhoneReading } from '#shared/lib/phone.ts'
import { formatPhone } from '#shared/lib/phone.ts'
import type { ProblemCode } from '#shared/roster/import.ts'
import type { ImportedMember } from '#shared/roster/member.ts'
import type { PhoneKind } from '#shared/roster/state.ts'

/** What the form holds: all of it text, as typed. */
export type MemberForm = Readonly<
  Record<
    | 'lastName'
    | 'firstName'
    | 'service'
    | 'email'
    | 'distanceKm'
    | 'travelMinutes'
    | 'trainedOn'
    | 'rank'
    | 'skills'
    | 'languages'
    | PhoneKind,
    string
  >
>
export type MemberField = keyof MemberForm

/** Sentences come from the import's words: a person types no other mistakes than a file holds. */
export type FormProblems = Readonly<Partial<Record<MemberField, ProblemCode>>>

const phoneKinds = ['mobile', 'home', 'office'] as const satisfies readonly PhoneKind[]

const blank: ImportedMember = {
  lastName: '',
  firstName: '',
  service: null,
  phones: [],
  email: null,
  distanceKm: null,
  travelMinutes: null,
  commune: null,
  skills: [],
  languages: [],
  trainedOn: null,
  rank: null,
}

export function toForm(before: ImportedMember | null): MemberForm {
  const member = before ?? blank
  const numbers = (kind: PhoneKind) =>
    member.phones
      .filter((phone) => phone.kind === kind)
      .map(({ e164 }) => formatPhone(e164))
      .join(', ')
  return {
    lastName: member.lastName,
    firstName: member.firstName,
    service: textOf(member.service),
    email: textOf(member.email),
    distanceKm: textOf(member.distanceKm).replace('.', ','),
    travelMinutes: textOf(member.travelMinutes),
    trainedOn: textOf(member.trainedOn).split('-').toReversed().join('/'),
    rank: textOf(member.rank),
    skills: member.skills.join(', '),
    languages: member.languages.join(', '),
    mobile: numbers('mobile'),
    home: numbers('home'),
    office: numbers('office'),
  }
}

function textOf(value: string | number | null): string {
  return value === null ? '' : String(value)
}

type Reading =
  | Readonly<{ ok: true; member: ImportedMember }>
  | Readonly<{ ok: false; problems: FormProblems }>

/** Reads the form. What it has no field for (the commune) stays as it is. */
export function readForm(
  form: MemberForm,
  before: ImportedMember | null,
  readPhone: (typed: string) => PhoneReading,
): Reading {
  const problems: Partial<Record<MemberField, ProblemCode>> = {}
  const note = <T>(field: MemberField, code: ProblemCode, value: T | null): T | null => {
    if (value === null && form[field].trim() !== '') problems[field] = code
    return value
  }
  const phones = phoneKinds.flatMap((kind) =>
    listOf(form[kind]).flatMap((typed) => {
      const reading = readPhone(typed)
      if (!reading.ok) problems[kind] = reading.fault
      return reading.ok ? [{ kind, e164: reading.e164 }] : []
    }),
  )
  const member: ImportedMember = {
    lastName: form.lastName.trim(),
    firstName: form.firstName.trim(),
    service: form.service.trim() || null,
    phones: inEarlierOrder(phones, before),
    email: note('email', 'email.invalid', emailOf(form.email)),
    distanceKm: note('distanceKm', 'distance.invalid', numberOf(form.distanceKm, 2_000)),
    travelMinutes: note(
      'travelMinutes',
      'travel.invalid',
      wholeOf(form.travelMinutes, { least: 0, most: 1_440 }),
    ),
    commune: before?.commune ?? null,
    skills: listOf(form.skills),
    languages: listOf(form.languages),
    trainedOn: note('trainedOn', 'date.invalid', dayOf(form.trainedOn)),
    rank: note('rank', 'order.invalid', wholeOf(form.rank, { least: 1, most: 9_999 })),
  }
  if (member.lastName === '') problems.lastName = 'name.missing'
  if (phones.length > 6) problems.mobile = 'phone.too-many'
  if (phones.length === 0 && phoneKinds.every((kind) => problems[kind] === undefined)) {
    problems.mobile = 'phone.missing'
  }
  return Object.keys(problems).length === 0 ? { ok: true, member } : { ok: false, problems }
}

type Phones = ImportedMember['phones']

/** The order of dialling is HR's: what was there keeps its place, what is new comes last. */
function inEarlierOrder(phones: Phones, before: ImportedMember | null): Phones {
  const place = (e164: string) => {
    const found = before?.phones.findIndex((phone) => phone.e164 === e164) ?? -1
    return found === -1 ? phones.length + 6 : found
  }
  return phones.toSorted((one, other) => place(one.e164) - place(other.e164))
}

function listOf(text: string): readonly string[] {
  return text
    .split(/[,;/]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function emailOf(text: string): string | null {
  const typed = text.trim()
  return /^[\w.+'-]+@[\w-]+(\.[\w-]+)+$/.test(typed) ? typed : null
}

function numberOf(text: string, most: number): number | null {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && value >= 0 && value <= most ? value : null
}

function wholeOf(text: string, { least, most }: Readonly<{ least: number; most: number }>): number | null {
  const value = numberOf(text, most)
  return value !== null && Number.isInteger(value) && value >= least ? value : null
}

/** "2025-03-12" from "12/03/2025", if there is such a day. */
function dayOf(text: string): string | null {
  const [, day, month, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? []
  if (day === undefined || month === undefined || year === undefined) return null
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null
}
