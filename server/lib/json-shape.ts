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
export function isWithin(text: string, { depth, values }: JsonLimits): boolean {
  let open = 0
  let counted = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) at = endOfString(text, at)
    else if (code === bracket.open || code === brace.open) {
      open += 1
      counted += 1
    } else if (code === bracket.close || code === brace.close) open -= 1
    else if (code === comma) counted += 1
    if (open > depth || counted > values) return false
  }
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
