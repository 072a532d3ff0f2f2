/** The compiler proves that a switch is total; at run time a newer peer may still send what this build never heard of. */
export function unreachable(value: never): never {
  throw new UnknownVariant(value)
}

export class UnknownVariant extends Error {
  override readonly name = 'UnknownVariant'
  constructor(value: unknown) {
    super(`unknown variant ${JSON.stringify(value)?.slice(0, 120)}`)
  }
}
