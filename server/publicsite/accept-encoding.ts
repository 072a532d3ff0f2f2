export type Encoding = 'br' | 'gzip' | 'identity'

// Browsers send a handful of different headers; anything beyond this is somebody playing and is parsed each time.
const mostKnown = 64
const known = new Map<string, Encoding>()

/** The encoding to answer with, by the client's weights (RFC 9110, 12.5.3); the smaller one where it has no preference. */
export function chooseEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity'
  const chosen = known.get(header)
  if (chosen !== undefined) return chosen
  const encoding = parse(header)
  if (known.size < mostKnown) known.set(header, encoding)
  return encoding
}

function parse(header: string): Encoding {
  const weights = new Map(header.split(',').map(weigh))
  const other = weights.get('*') ?? 0
  const br = weights.get('br') ?? other
  const gzip = weights.get('gzip') ?? other
  // Identity is always acceptable unless refused by name, and then there is nothing else to give anyway.
  const identity = weights.get('identity') ?? 0
  if (br > 0 && br >= gzip && br >= identity) return 'br'
  return gzip > 0 && gzip >= identity ? 'gzip' : 'identity'
}

function weigh(part: string): [string, number] {
  const [name = '', ...parameters] = part.toLowerCase().split(';')
  const q = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
  return [name.trim(), q === undefined ? 1 : Number(q)]
}
