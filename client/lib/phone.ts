import { parsePhone, type PhoneReading } from '#shared/lib/phone.ts'

/** The reader of typed numbers. Its 80 KB of metadata stay out of the first chunk: load it when a number field is shown. */
export async function loadPhoneReader(): Promise<(typed: string) => PhoneReading> {
  const library = await import('libphonenumber-js/min')
  return (typed) => parsePhone(typed, library)
}
