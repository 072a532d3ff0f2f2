/**
 * Walking the hash chain: what was changed, removed, added or moved inside the journal shows as the first entry that
 * does not follow from the one before it. What was cut off at the end does not show, since what is left is a whole
 * journal: it takes an `anchor`, an entry's seq and hash noted elsewhere (a closing report, yesterday's verification).
 */
import { genesis, link } from './chain.ts'
import { JournalDamaged } from './port.ts'
import type { StoredEntry } from './stored.ts'

export type Anchor = Readonly<{ seq: number; hash: string }>

export type Verification = Readonly<{
  /** How many entries were found sound, from the first on. */
  sound: number
  /** Hash of the last sound entry, to be noted as an anchor. */
  hash: string
  /** The first entry that does not hold; null when all do. */
  broken: Readonly<{ seq: number; why: string }> | null
}>

type Options = Readonly<{
  anchor?: Anchor | null
  /** Told after each page how many entries were walked. */
  progress?: (walked: number) => void
}>

export async function verifyChain(
  pages: AsyncIterable<readonly StoredEntry[]>,
  { anchor = null, progress = () => {} }: Options = {},
): Promise<Verification> {
  const place: Place = { sound: 0, hash: genesis }
  const end = (broken: Verification['broken']) => ({ sound: place.sound, hash: hex(place.hash), broken })
  try {
    for await (const page of pages) {
      const broken = walk(page, place, anchor)
      if (broken !== null) return end(broken)
      progress(place.sound)
    }
  } catch (error) {
    if (!(error instanceof JournalDamaged)) throw error
    return end({ seq: place.sound + 1, why: error.message })
  }
  return end(missingAnchor(place.sound, anchor))
}

type Place = { sound: number; hash: Uint8Array }

/** Moves `place` to the last sound entry of the page. */
function walk(page: readonly StoredEntry[], place: Place, anchor: Anchor | null): Verification['broken'] {
  for (const row of page) {
    const broken = fault(row, place) ?? anchorFault(row, anchor)
    if (broken !== null) return broken
    place.sound += 1
    place.hash = row.hash
  }
  return null
}

function fault(row: StoredEntry, { sound, hash }: Readonly<Place>): Verification['broken'] {
  const seq = sound + 1
  if (row.seq > seq) return { seq, why: `it is missing (the next one is ${row.seq})` }
  if (row.seq < seq) return { seq, why: `entry ${row.seq} stands in its place` }
  if (link(hash, row.body, row.sealed).equals(row.hash)) return null
  return { seq, why: 'its hash does not follow from its content and the entry before it' }
}

function anchorFault(row: StoredEntry, anchor: Anchor | null): Verification['broken'] {
  if (anchor === null || row.seq !== anchor.seq || hex(row.hash) === anchor.hash) return null
  return {
    seq: row.seq,
    why: `its hash is not the one noted (${anchor.hash}): the journal was written anew`,
  }
}

function missingAnchor(sound: number, anchor: Anchor | null): Verification['broken'] {
  if (anchor === null || anchor.seq <= sound) return null
  return {
    seq: sound + 1,
    why: `the end is missing: entry ${anchor.seq} was noted, the journal ends at ${sound}`,
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}
