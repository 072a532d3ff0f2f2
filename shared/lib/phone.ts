import type { PhoneNumber } from 'libphonenumber-js'
import { cleanText } from '#shared/lib/clean-text.ts'
import { type PhoneLibrary, toTerritory } from '#shared/lib/phone-territory.ts'

/*
 * Phone numbers as people type them in France, and as everything else stores them (E.164).
 *
 * A number is accepted when its length is possible, not only when the metadata calls it valid: the metadata lags behind
 * the numbering plan (06 39 98, and each newly opened 07 block, are "invalid" in it), and refusing a member's
 * true number at night costs more than keeping a wrong one that the first call will show. What makes a number mobile or
 * landline in the French plan is its first digits, known to the metadata or not; to which territory it belongs, the metadata alone.
 *
 * The library comes in as a parameter: the browser loads its 150 KB of metadata when first needed. Showing and masking need none.
 */

/** A number as stored and sent: `+33612345678`. At most 15 digits (ITU-T E.164). Its schema is in e164.ts. */
export const e164Pattern = /^\+[1-9]\d{4,14}$/

type PhoneKind = 'mobile' | 'landline' | 'other'

/** Why a typed number is not one. */
export const phoneFaults = [
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

// A spreadsheet has abbreviated the number: its last digits are gone from the file.
const scientific = /^\d([.,]\d+)?e\+?\d+$/i
const typable = /^[\d\s.()/+\-‐‑–]*$/u
const longestTyped = 40

/** Reads what a person typed, as dialled in France. Never throws. */
export function parsePhone(typed: string, library: PhoneLibrary): PhoneReading {
  // Three times the longest number leaves room for all that may stand around it.
  const text = unwrap(typed.slice(0, longestTyped * 3))
  const fault = computeTypingFault(text)
  if (fault !== null) return { ok: false, fault }
  const options = { defaultCountry: 'FR', extract: false } as const
  const number = library.parsePhoneNumberFromString(text, options)
  if (number === undefined || !number.isPossible()) {
    const length = library.validatePhoneNumberLength(text, options)
    return { ok: false, fault: length === undefined ? 'phone.invalid' : lengthFaults[length] }
  }
  if (number.ext !== undefined || !readsAsItself(number, library))
    return { ok: false, fault: 'phone.invalid' }
  const owned = toTerritory(number, library)
  const e164: string = owned.number
  return e164Pattern.test(e164)
    ? { ok: true, e164, kind: frenchKind(e164) ?? kindOfType(owned.getType()) }
    : { ok: false, fault: 'phone.invalid' }
}

/** «+31 0000000» loses a leading zero each time it is read: such is no number. One of France has none to lose. */
function readsAsItself({ number }: PhoneNumber, library: PhoneLibrary): boolean {
  if (/^\+33[1-9]\d{8}$/.test(number)) return true
  const again = library.parsePhoneNumberFromString(number, { defaultCountry: 'FR', extract: false })
  return again?.number === number
}

/** The number alone: without what links, spreadsheets and people put around it («tel:», an apostrophe, ="…", «.0», «(perso)»). */
function unwrap(typed: string): string {
  // The library knows the plain space and the no-break space, not the narrow ones of French typography.
  const plain = cleanText(typed).replaceAll(/\s/gu, ' ').trim()
  return plain
    .replace(/^=/, '')
    .replaceAll(/^["'’]+|["'’]+$/g, '')
    .replace(/^(?:tel|t[ée]l[ée]?\w*\.?) ?:/i, '')
    .replaceAll(/\((?=[^()]*\p{L})[^()\d]*\)/gu, ' ')
    .replace(/^(\d{9,})[.,]0$/, '$1')
    .trim()
}

function computeTypingFault(text: string): PhoneFault | null {
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
  const territory = /^\+(?:262|508|590|594|596)(\d{3})(\d{6})$/.exec(e164)
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
