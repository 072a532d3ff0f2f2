import type { PhoneNumber } from 'libphonenumber-js'

/*
 * Phone numbers as people type them in France, and as everything else stores them (E.164).
 *
 * A number is accepted when its length is possible, not only when the metadata calls it valid: the metadata lags behind
 * the numbering plan (06 39 98, and each newly opened 07 block, are "invalid" in it), and refusing a member's
 * true number at night costs more than keeping a wrong one that the first call will show. What makes a number mobile or
 * landline in the French plan is its first digits, so that the server and the browser agree whatever their metadata.
 *
 * The metadata comes in as a parameter: 150 KB (`/max`) on the server, 80 KB (`/min`) loaded by the browser when first needed.
 * Showing and masking need none of it.
 */

/** A number as stored and sent: `+33612345678`. At most 15 digits (ITU-T E.164). Its schema is in e164.ts. */
export const e164Pattern = /^\+[1-9]\d{4,14}$/

type PhoneKind = 'mobile' | 'landline' | 'other'

/** Why a typed number is not one. */
export const phoneFaults = [
  'phone.invisible',
  'phone.scientific',
  'phone.characters',
  'phone.too-short',
  'phone.too-long',
  'phone.invalid',
] as const
type PhoneFault = (typeof phoneFaults)[number]

export type PhoneReading =
  | Readonly<{ ok: true; e164: string; kind: PhoneKind }>
  | Readonly<{ ok: false; fault: PhoneFault }>

/** What is needed of libphonenumber-js, under `/min` or `/max` metadata. */
export type PhoneLibrary = Readonly<{
  parsePhoneNumberFromString: (
    text: string,
    options: { defaultCountry: 'FR'; extract: false },
  ) => PhoneNumber | undefined
  validatePhoneNumberLength: (
    text: string,
    options: { defaultCountry: 'FR'; extract: false },
  ) => 'INVALID_COUNTRY' | 'NOT_A_NUMBER' | 'TOO_SHORT' | 'TOO_LONG' | 'INVALID_LENGTH' | undefined
}>

// Marks that no one sees and that a copy from a phone's contacts often brings along, and characters of zero width.
const invisible = /[\p{Cf}\p{Cc}\p{Co}\p{Cn}\p{Cs}]/u
// A spreadsheet has abbreviated the number: its last digits are gone from the file.
const scientific = /^\d([.,]\d+)?e\+?\d+$/i
const typable = /^[\d\s.()/+\-‐‑–]*$/u
const longestTyped = 40

/** Reads what a person typed, as dialled in France. Never throws. */
export function parsePhone(typed: string, library: PhoneLibrary): PhoneReading {
  const fault = computeTypingFault(typed)
  if (fault !== null) return { ok: false, fault }
  // The library knows the plain space and the no-break space, not the narrow ones of French typography.
  const text = typed.trim().replaceAll(/\s/gu, ' ')
  const options = { defaultCountry: 'FR', extract: false } as const
  const length = library.validatePhoneNumberLength(text, options)
  if (length !== undefined) return { ok: false, fault: lengthFaults[length] }
  const number = library.parsePhoneNumberFromString(text, options)
  if (number === undefined || !number.isPossible() || number.ext !== undefined) {
    return { ok: false, fault: 'phone.invalid' }
  }
  // «+31 0000000» loses a leading zero each time it is read: what does not read as itself is no number.
  if (library.parsePhoneNumberFromString(number.number, options)?.number !== number.number) {
    return { ok: false, fault: 'phone.invalid' }
  }
  const e164 = toTerritory(number.number)
  return e164Pattern.test(e164)
    ? { ok: true, e164, kind: frenchKind(e164) ?? kindOfType(number.getType()) }
    : { ok: false, fault: 'phone.invalid' }
}

function computeTypingFault(typed: string): PhoneFault | null {
  const text = typed.trim()
  if (invisible.test(text)) return 'phone.invisible'
  if (scientific.test(text.replaceAll(/\s/gu, ''))) return 'phone.scientific'
  if (!typable.test(text)) return 'phone.characters'
  if (text.length > longestTyped) return 'phone.too-long'
  if (!/\d/.test(text)) return 'phone.too-short'
  return null
}

const lengthFaults: Readonly<Record<LengthFault, PhoneFault>> = {
  INVALID_COUNTRY: 'phone.invalid',
  NOT_A_NUMBER: 'phone.invalid',
  TOO_SHORT: 'phone.too-short',
  TOO_LONG: 'phone.too-long',
  INVALID_LENGTH: 'phone.invalid',
}
type LengthFault = NonNullable<ReturnType<PhoneLibrary['validatePhoneNumberLength']>>

/** Where the French plan's national blocks lead overseas: dialled 0692…, the number is +262 692…, never +33 692…. */
const overseas: Readonly<Record<string, string>> = {
  '262': '262',
  '263': '262',
  '269': '262',
  '639': '262',
  '692': '262',
  '693': '262',
  '590': '590',
  '690': '590',
  '691': '590',
  '594': '594',
  '694': '594',
  '596': '596',
  '696': '596',
  '697': '596',
}

function toTerritory(e164: string): string {
  const national = /^\+33(\d{9})$/.exec(e164)?.[1]
  // 06 39 98 is kept for fiction in metropolitan France, inside the block of Mayotte's mobiles.
  if (national === undefined || national.startsWith('63998')) return e164
  const code = overseas[national.slice(0, 3)]
  if (code !== undefined) return `+${code}${national}`
  return national.startsWith('508') ? `+${national}` : e164
}

function frenchKind(e164: string): PhoneKind | null {
  const national = /^\+(?:33|262|590|594|596)(\d{9})$/.exec(e164)?.[1]
  if (national === undefined) return null
  if (/^[67]/.test(national)) return 'mobile'
  return national.startsWith('8') ? 'other' : 'landline'
}

function kindOfType(type: ReturnType<PhoneNumber['getType']>): PhoneKind {
  if (type === 'MOBILE') return 'mobile'
  return type === 'FIXED_LINE' ? 'landline' : 'other'
}

/** As read and dialled in France: `06 12 34 56 78`, `0692 12 34 56`, `+44 79 11 12 34 56`. */
export function formatPhone(e164: string): string {
  const metropolitan = /^\+33(\d{9})$/.exec(e164)?.[1]
  if (metropolitan !== undefined) return inPairs(`0${metropolitan}`)
  const territory = /^\+(?:262|590|594|596)(\d{3})(\d{6})$/.exec(e164)
  if (territory !== null) return `0${territory[1]} ${inPairs(territory[2] ?? '')}`
  const saintPierre = /^\+508(\d{6})$/.exec(e164)?.[1]
  if (saintPierre !== undefined) return `0508 ${inPairs(saintPierre)}`
  const abroad = callingCode.exec(e164)
  return abroad === null ? e164 : `${abroad[1]} ${inPairs(abroad[2] ?? '')}`
}

// The world's calling codes: one digit for North America and Russia, two for these, three for all others.
const callingCode = /^(\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-9]\d{2}))(\d+)$/

/** The number with everything but its last two digits hidden: `•• •• •• •• 78`. */
export function maskPhone(e164: string): string {
  const shown = formatPhone(e164)
  return shown.slice(0, -2).replaceAll(/\d/g, '•') + shown.slice(-2)
}

function inPairs(digits: string): string {
  return digits.replaceAll(/\d{2}(?=\d{2})/g, '$& ')
}
