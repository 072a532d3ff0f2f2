import { atOnce } from '#shared/lib/at-once.ts'

/** What a text may hold before it is worth parsing. */
export type JsonLimits = Readonly<{
  /** Arrays and objects within each other. */
  depth: number
  /** Arrays, objects and what is separated by commas in them. */
  values: number
}>

const quote = 34
const backslash = 92
const comma = 44
const bracket = { open: 91, close: 93 }
const brace = { open: 123, close: 125 }

/**
 * Whether a JSON text stays within limits, from its brackets and commas alone: one pass, no memory. What is no JSON may
 * pass: the parser answers that.
 */
export function isWithin(text: string, limits: JsonLimits): boolean {
  return atOnce(withinSteps(text, limits))
}

/** Characters looked at in one step: a tenth of a millisecond. */
const stretch = 32_768

/** `isWithin` in steps. */
export function* withinSteps(text: string, limits: JsonLimits): Generator<void, boolean> {
  const seen: Seen = { at: 0, open: 0, counted: 0 }
  while (seen.at < text.length) {
    if (!lookOn(text, seen, limits)) return false
    yield
  }
  return true
}

/** How far a text has been looked at, and what of it. */
type Seen = { at: number; open: number; counted: number }

/** One stretch more: false once it is beyond the limits. */
function lookOn(text: string, seen: Seen, { depth, values }: JsonLimits): boolean {
  let { at, open, counted } = seen
  const end = Math.min(text.length, at + stretch)
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) at = endOfString(text, at)
    else if (code === bracket.open || code === brace.open) {
      open += 1
      counted += 1
    } else if (code === bracket.close || code === brace.close) open -= 1
    else if (code === comma) counted += 1
    if (open > depth || counted > values) return false
  }
  Object.assign(seen, { at, open, counted })
  return true
}

/** Where the string that begins at `start` ends; the text's end when it does not. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === quote) return at
    at += code === backslash ? 2 : 1
  }
  return at
}
