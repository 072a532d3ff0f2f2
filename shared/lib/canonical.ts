/** JSON with the fields of every object in one order: equal values give equal texts. `undefined` counts as absent. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  let text = ''
  for (const name of Object.keys(value).sort()) {
    const field = (value as Readonly<Record<string, unknown>>)[name]
    if (field !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonical(field)}`
  }
  return `{${text}}`
}

/**
 * The same text in pieces, for one that is too long to be written in one go: what stands `depth` levels deep is a piece of
 * its own.
 */
export function* canonicalPieces(value: unknown, depth: number): Generator<string, void> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield canonical(value)
    return
  }
  const isArray = Array.isArray(value)
  let before = ''
  yield isArray ? '[' : '{'
  for (const [name, field] of isArray ? value.entries() : fieldsOf(value)) {
    yield isArray ? before : `${before}${JSON.stringify(name)}:`
    yield* canonicalPieces(field, depth - 1)
    before = ','
  }
  yield isArray ? ']' : '}'
}

function fieldsOf(value: object): readonly (readonly [string, unknown])[] {
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return fields.sort(([one], [other]) => (one < other ? -1 : 1))
}
