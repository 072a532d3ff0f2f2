import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max'
import { parsePhone, type PhoneReading } from '#shared/lib/phone.ts'

/** Reads a typed number with the full metadata. Never throws. */
export function readPhone(typed: string): PhoneReading {
  return parsePhone(typed, { parsePhoneNumberFromString, validatePhoneNumberLength })
}
