import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { second } from '#shared/lib/time.ts'

/** One file in the three forms in which it is stored and sent. */
export type EncodedFile = Readonly<{
  digest: string
  /** When it became this content: ms, in whole seconds, as HTTP tells time. */
  modifiedAt: number
  /** False when the time alone cannot tell it from the content before: made in one second, or the clock was put back. */
  isTold: boolean
  identity: Buffer
  gzip: Buffer
  br: Buffer
}>
export type EncodedFiles = ReadonlyMap<string, EncodedFile>

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

export function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url')
}

/**
 * Compresses on the thread pool, at the highest level: a page is made once and sent thousands of times. What `before`
 * already holds with the same content is taken over as it is.
 * @param now milliseconds
 */
export async function encodeFiles(
  texts: ReadonlyMap<string, string>,
  before: EncodedFiles,
  now: number,
): Promise<EncodedFiles> {
  const at = now - (now % second)
  const encoded = [...texts].map(async ([path, text]): Promise<[string, EncodedFile]> => {
    const identity = Buffer.from(text)
    const digest = digestOf(identity)
    const earlier = before.get(path)
    if (earlier?.digest === digest) return [path, earlier]
    const isTold = earlier === undefined || earlier.modifiedAt < at
    return [path, { digest, modifiedAt: at, isTold, ...(await encode(identity)) }]
  })
  return new Map(await Promise.all(encoded))
}

async function encode(identity: Buffer): Promise<Pick<EncodedFile, 'identity' | 'gzip' | 'br'>> {
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
  }
  const [br, gzip] = await Promise.all([
    compressBrotli(identity, { params }),
    compressGzip(identity, { level: 9 }),
  ])
  return { identity, gzip, br }
}

/** Same paths, same contents. */
export function areEqual(a: EncodedFiles, b: EncodedFiles): boolean {
  return a.size === b.size && [...a].every(([path, { digest }]) => b.get(path)?.digest === digest)
}
