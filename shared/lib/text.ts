import { z } from 'zod'

// Right-to-left overrides, isolates, zero-width characters and controls: they change how a line reads without being
// seen, so they never reach the journal. Line feed is the one control that prose may hold.
const invisible = /(?!\n)\p{Cc}|[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u

/** One line of text a person typed: trimmed, no control or direction-changing character, `min` to `max` characters. */
export function line(max: number, min = 1) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => !invisible.test(text) && !text.includes('\n'), { error: 'text.invisible' })
}

/** Prose: as `line`, with line feeds. */
export function prose(max: number, min = 1) {
  return z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(min)
        .max(max)
        .refine((text) => !invisible.test(text), { error: 'text.invisible' }),
    )
}
