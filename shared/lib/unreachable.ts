/** The compiler proves that a switch is total; at run time a newer peer may still send what this build never heard of. */
export function unreachable(value: never): never {
  throw new UnknownVariant(value)
}

/** Its message goes into the log: it names the variant, and tells nothing of what the variant holds. */
export class UnknownVariant extends Error {
  override readonly name = 'UnknownVariant'
  constructor(value: unknown) {
    super(`unknown variant ${nameOf(value)}`)
  }
}

function nameOf(value: unknown): string {
  const { type = null, kind = type, status = kind } = Object(value) as Readonly<Record<string, unknown>>
  const name = typeof value === 'string' ? value : status
  return typeof name === 'string' ? JSON.stringify(name.slice(0, 60)) : typeof value
}
