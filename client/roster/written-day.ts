/** "12/03/2025" from "2025-03-12". */
export function writtenDay(day: string): string {
  return day.split('-').toReversed().join('/')
}
