import { Decoder, Encoder, PacketType } from 'socket.io-parser'
import { isWithin } from '#server/lib/json-shape.ts'
import { LongText } from '#server/sync/long-text.ts'

/**
 * What a console may say, looked at before it is parsed: four megabytes of brackets take half a second of everybody's
 * time and fifty times their size in memory. The deepest command has nine levels, the largest (5,000 members imported)
 * a hundred and fifty thousand values (parser.test.ts).
 */
const limits = { depth: 24, values: 400_000 }

/** Characters: parsed at once in a millisecond or two. */
const short = 128 * 1024
/** An event in the ordinary namespace, that wants an answer: what is submitted stands between this and a bracket. */
const submission = /^2(\d{1,9})\["submit",(?=\{)/

/** A console sends no bytes: parts that must be put together again would only wait in memory. */
class LimitedDecoder extends Decoder {
  override add(said: unknown): void {
    const long = typeof said === 'string' && said.length > short && said.endsWith('}]')
    const [start, id] = long ? (submission.exec(said) ?? []) : []
    if (long && start !== undefined) {
      const data = ['submit', new LongText(said.slice(start.length, -1), limits)]
      return void this.emitReserved('decoded', { type: PacketType.EVENT, nsp: '/', id: Number(id), data })
    }
    if (typeof said !== 'string' || !isWithin(said, limits)) throw new Error('not something a console says')
    super.add(said)
  }
}

/**
 * Socket.IO's own parser behind those limits: what is beyond them costs its sender the line. A long submission is left as it
 * came, for whoever takes it to look at in slices.
 */
export const limitedParser = { Encoder, Decoder: LimitedDecoder }
