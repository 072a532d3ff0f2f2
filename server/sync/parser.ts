import { Decoder, Encoder } from 'socket.io-parser'
import { isWithin } from '#server/lib/json-shape.ts'

/**
 * What a console may say, looked at before it is parsed: four megabytes of brackets take half a second of everybody's
 * time and fifty times their size in memory. The deepest command has nine levels, the largest (5,000 members imported)
 * a hundred and fifty thousand values (parser.test.ts).
 */
const limits = { depth: 24, values: 400_000 }

/** A console sends no bytes: parts that must be put together again would only wait in memory. */
class LimitedDecoder extends Decoder {
  override add(said: unknown): void {
    if (typeof said !== 'string' || !isWithin(said, limits)) throw new Error('not something a console says')
    super.add(said)
  }
}

/** Socket.IO's own parser behind those limits: what passes them costs its sender the line. */
export const limitedParser = { Encoder, Decoder: LimitedDecoder }
