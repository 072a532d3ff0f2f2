import { z } from 'zod'
import { cleanLine, cleanProse, findUnprintable } from '#shared/lib/clean-text.ts'

/** How the message of a refused character begins; its code and place follow. */
export const unprintableReason = 'text.unprintable'

/** One line of text a person typed: cleaned and trimmed, `min` to `max` characters. */
export function line(max: number, min = 1) {
  return z.string().transform(cleanLine).pipe(printed(max, min))
}

/** Prose: as `line`, with line feeds. */
export function prose(max: number, min = 1) {
  return z.string().transform(cleanProse).pipe(printed(max, min))
}

function printed(max: number, min: number) {
  return z
    .string()
    .min(min)
    .max(max)
    .check(({ value, issues }) => {
      const found = findUnprintable(value)
      if (found === null) return
      const message = `${unprintableReason} ${found.code} ${found.place}`
      issues.push({ code: 'custom', input: value, message })
    })
}
