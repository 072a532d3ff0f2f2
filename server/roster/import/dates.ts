import { fold } from '#shared/lib/fold.ts'
import { day } from '#shared/lib/time.ts'

const months = [
  ['janvier', 'janv', 'jan', 'january'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb'],
  ['mars', 'mar', 'march'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'juil', 'july', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'sept', 'sep', 'september'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
]

/**
 * A day as written in France, `YYYY-MM-DD`: 12/03/2025, 12.3.25, 12 mars 2025, 2025-03-12, mars 2025 and 03/2025 (the first
 * of the month), or a spreadsheet's number of the day. The day stands before the month, always. Null when there is no such day:
 * «12/03» names a day without its year, or a month without its century.
 */
export function readDay(text: string): string | null {
  const folded = fold(text).replaceAll(/1er/g, '1').trim()
  if (/^\d{5}(?:[.,]0+)?$/.test(folded)) return dayOfSerial(Number.parseInt(folded, 10))
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ][\d:.]+z?)?$/.exec(folded)
  if (iso !== null) return toDay(iso[1], iso[2], iso[3])
  const numeric = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?: \d{1,2}:[\d:]+)?$/.exec(folded)
  if (numeric !== null) return toDay(numeric[3], numeric[2], numeric[1])
  const monthly = /^(\d{1,2})[/.\- ](\d{4})$/.exec(folded)
  if (monthly !== null) return toDay(monthly[2], monthly[1], '1')
  const worded = /^(?:(\d{1,2})[ .-]+)?([a-z]+)[ .-]+(\d{4}|\d{2})$/.exec(folded)
  const month = months.findIndex((names) => names.includes(worded?.[2] ?? '')) + 1
  return worded === null || month === 0 ? null : toDay(worded[3], String(month), worded[1] ?? '1')
}

// Spreadsheets count days from the last of 1899, their first being a 1 January.
const dayZero = Date.UTC(1899, 11, 30)

function dayOfSerial(serial: number): string | null {
  const date = new Date(dayZero + serial * day)
  return toDay(String(date.getUTCFullYear()), String(date.getUTCMonth() + 1), String(date.getUTCDate()))
}

function toDay(year = '', month = '', ofMonth = ''): string | null {
  // Nobody in office was trained before 1970: two digits are of this century, or the last thirty years of the other.
  const fullYear = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2_000 : 1_900)
  if (fullYear < 1_970 || fullYear > 2_100) return null
  const date = new Date(Date.UTC(fullYear, Number(month) - 1, Number(ofMonth)))
  // The thirty-first of February becomes the third of March: not what was written.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(ofMonth)) return null
  return date.toISOString().slice(0, 10)
}
