import { parsePhone, type PhoneReading } from '#shared/lib/phone.ts'

/** The reader of typed numbers. Its 150 KB of metadata (40 compressed) stay out of the first chunk: load it when a number field is shown. */
export async function loadPhoneReader(): Promise<(typed: string) => PhoneReading> {
  const library = await import('libphonenumber-js/max')
  return (typed) => parsePhone(typed, library)
}
