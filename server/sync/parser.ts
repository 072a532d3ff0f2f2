import { Decoder, Encoder, PacketType } from 'socket.io-parser'
import { isWithin } from '#server/lib/json-shape.ts'
import { LongText } from '#server/sync/long-text.ts'

/**
 * What a console may say, looked at before it is parsed: four megabytes of brackets take half a second of everybody's
 * time and fifty times their size in memory. The deepest command has nine levels, the largest (5,000 members imported)
 * a hundred and fifty thousand values (parser.test.ts).
 */
const limits = { depth: 24, values: 400_000 }

const unsaid = 'not something a console says'

/** Characters: parsed at once in a millisecond or two. */
const short = 128 * 1024
/** The one thing said that may be longer: a list of members, in an event of the ordinary namespace that wants an answer. */
const longList = /^2(\d{1,9})\["submit",(?=\{[^[]{0,300}"type":"roster\.import")/

/** A console sends no bytes: parts that must be put together again would only wait in memory. */
class LimitedDecoder extends Decoder {
  override add(said: unknown): void {
    if (typeof said !== 'string') throw new Error(unsaid)
    if (said.length > short) return this.#addLong(said)
    if (!isWithin(said, limits)) throw new Error(unsaid)
    super.add(said)
  }

  #addLong(said: string): void {
    const [start, id] = said.endsWith('}]') ? (longList.exec(said) ?? []) : []
    if (start === undefined) throw new Error(unsaid)
    const data = ['submit', new LongText(said.slice(start.length, -1), limits)]
    this.emitReserved('decoded', { type: PacketType.EVENT, nsp: '/', id: Number(id), data })
  }
}

/**
 * Socket.IO's own parser behind those limits: what is beyond them costs its sender the line. A long list is left as it
 * came, for whoever takes it to look at in slices.
 */
export const limitedParser = { Encoder, Decoder: LimitedDecoder }
