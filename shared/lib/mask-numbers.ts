// A day is no number: « vu le 27/11/2026 » stays readable.
const day = String.raw`(?<!\p{Nd})\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-](?:19|20)\p{Nd}{2}(?!\p{Nd})`
// Eight digits or more, however they are grouped: numbers of any country, with or without their prefix, and social
// security numbers. Wider than the numbering plans on purpose: an amount that is hidden costs less than a number shown.
const digits = String.raw`\+?\(?\p{Nd}(?:[\s.,()/_·‐‑–—-]{0,3}\p{Nd}){7,}`
const dayOrNumber = new RegExp(`(?<day>${day})|${digits}`, 'gu')

/** Numbers inside a text as the sheet shows a number to whoever may not read it: « au •• •• •• •• 78 ». */
export function maskNumbers(text: string): string {
  return text.replaceAll(dayOrNumber, (found, isDay: string | undefined) =>
    isDay === undefined ? found.slice(0, -2).replaceAll(/\p{Nd}/gu, '•') + found.slice(-2) : found,
  )
}
