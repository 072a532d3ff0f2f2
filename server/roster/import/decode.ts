import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { RosterEncoding } from '#shared/roster/import.ts'

/*
 * From bytes to text. What a byte order mark or UTF-8's own rules prove is believed; the rest is Excel's legacy, one byte a character,
 * where nothing is provable: each candidate is tried and the one that yields the most French wins. Statistics over whole languages
 * (chardet and the like) err on lists of names, which have no sentences.
 */

export type Decoded = Readonly<{ encoding: RosterEncoding; text: string }>

/** Decodes with the encoding named, or with the one found out. Never throws: what cannot be read becomes U+FFFD. */
export function decode(bytes: Uint8Array, named: RosterEncoding | null): Decoded {
  const encoding = named ?? detectEncoding(bytes)
  return { encoding, text: iconv.decode(Buffer.from(bytes), encoding) }
}

function detectEncoding(bytes: Uint8Array): RosterEncoding {
  const marked = readByteOrderMark(bytes) ?? guessUtf16(bytes)
  if (marked !== null) return marked
  if (isUtf8(bytes)) return 'utf-8'
  const utf8 = iconv.decode(Buffer.from(bytes), 'utf-8')
  const read = countMatches(utf8, /[^\p{ASCII}\uFFFD]/gu)
  const lost = countMatches(utf8, /\uFFFD/g)
  // A file of UTF-8 that lost a few characters on its way stays UTF-8; its wounded lines are named later.
  return read > lost * 2 ? 'utf-8' : guessSingleByte(bytes)
}

function readByteOrderMark(bytes: Uint8Array): RosterEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/** Western text in UTF-16 has a zero in every other byte; a one-byte encoding has none at all. */
function guessUtf16(bytes: Uint8Array): RosterEncoding | null {
  const sample = bytes.subarray(0, 1_000)
  const zeros = [0, 0]
  for (const [place, byte] of sample.entries()) {
    if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  const most = sample.length / 4
  if (odd > most && even === 0) return 'utf-16le'
  return even > most && odd === 0 ? 'utf-16be' : null
}

const candidates = ['windows-1252', 'iso-8859-15', 'macintosh'] as const

/** The first candidate wins a draw: Windows is what préfectures have. */
function guessSingleByte(bytes: Uint8Array): RosterEncoding {
  const high = Buffer.from(bytes.filter((byte) => byte >= 0x80))
  const scored = candidates.map((encoding) => ({
    encoding,
    score: scoreFrench(iconv.decode(high, encoding)),
  }))
  return scored.reduce((best, other) => (other.score > best.score ? other : best)).encoding
}

const french = /[àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»°’€\u00A0]/gu
const europeanName = /[áãåíìñóòõøúýÁÃÅÍÌÑÓÒÕØÚÝßŠšŽžðþ–—“”…]/gu
const outOfPlace = /[\u0080-\u009F\uFFFD]|\p{S}/gu

function scoreFrench(text: string): number {
  return (
    3 * countMatches(text, french) + countMatches(text, europeanName) - 2 * countMatches(text, outOfPlace)
  )
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
