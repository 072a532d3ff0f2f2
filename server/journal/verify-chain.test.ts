import { expect, test } from 'vitest'
import { genesis, link } from './chain.ts'
import { JournalDamaged } from './port.ts'
import type { StoredEntry } from './stored.ts'
import { verifyChain, type Verification } from './verify-chain.ts'

/** Five chained entries, the third with a sealed part. */
function chain(): StoredEntry[] {
  const rows: StoredEntry[] = []
  for (let seq = 1; seq <= 5; seq++) {
    const body = `{"n":${seq}}`
    const sealed = seq === 3 ? Buffer.from('sealed') : null
    rows.push({ seq, body, sealed, hash: link(rows.at(-1)?.hash ?? genesis, body, sealed) })
  }
  return rows
}

async function* pages(rows: readonly StoredEntry[]): AsyncGenerator<readonly StoredEntry[]> {
  for (let i = 0; i < rows.length; i += 2) yield rows.slice(i, i + 2)
}

const hashAt = (seq: number) => Buffer.from(chain()[seq - 1]?.hash ?? genesis).toString('hex')

function changed(seq: number, change: (row: StoredEntry) => StoredEntry): Promise<Verification> {
  return verifyChain(pages(chain().map((row) => (row.seq === seq ? change(row) : row))))
}

test('[J40] an untouched journal verifies, an empty one too, and its last hash is told', async () => {
  expect(await verifyChain(pages(chain()))).toEqual({ sound: 5, hash: hashAt(5), broken: null })
  expect(await verifyChain(pages([]))).toEqual({ sound: 0, hash: genesis.toString('hex'), broken: null })
})

test('[J41] a changed body, sealed part or hash is found at its entry', async () => {
  const why = 'its hash does not follow from its content and the entry before it'
  expect(await changed(2, (row) => ({ ...row, body: '{"n":22}' }))).toMatchObject({
    sound: 1,
    broken: { seq: 2, why },
  })
  const sealed = Buffer.from('Sealed')
  expect(await changed(3, (row) => ({ ...row, sealed }))).toMatchObject({ sound: 2, broken: { seq: 3, why } })
  expect(await changed(3, (row) => ({ ...row, sealed: null }))).toMatchObject({ broken: { seq: 3, why } })
  expect(await changed(4, (row) => ({ ...row, hash: genesis }))).toMatchObject({ broken: { seq: 4, why } })
})

test('[J42] a part moved between body and sealed bytes is found: the lengths are hashed too', async () => {
  const moved = (row: StoredEntry) => ({ ...row, body: `${row.body}se`, sealed: Buffer.from('aled') })
  expect(await changed(3, moved)).toMatchObject({ broken: { seq: 3 } })
})

test('[J43] a removed entry is found where it is missing', async () => {
  const rows = chain().filter((row) => row.seq !== 3)
  const broken = { seq: 3, why: 'it is missing (the next one is 4)' }
  expect(await verifyChain(pages(rows))).toMatchObject({ sound: 2, broken })
  const closedUp = rows.map((row) => (row.seq > 3 ? { ...row, seq: row.seq - 1 } : row))
  expect(await verifyChain(pages(closedUp))).toMatchObject({ sound: 2, broken: { seq: 3 } })
})

test('[J44] swapped entries are found at the first of them', async () => {
  const [a, b, c, d, e] = chain() as [StoredEntry, StoredEntry, StoredEntry, StoredEntry, StoredEntry]
  const rows = [a, { ...c, seq: 2 }, { ...b, seq: 3 }, d, e]
  expect(await verifyChain(pages(rows))).toMatchObject({ sound: 1, broken: { seq: 2 } })
  expect(await verifyChain(pages([a, c, b, d, e]))).toMatchObject({ sound: 1, broken: { seq: 2 } })
})

test('[J45] a cut end is a whole journal by itself and is found by a hash that was noted', async () => {
  const rows = chain().slice(0, 3)
  expect(await verifyChain(pages(rows))).toMatchObject({ sound: 3, broken: null })
  const anchor = { seq: 5, hash: hashAt(5) }
  const why = 'the end is missing: entry 5 was noted, the journal ends at 3'
  expect(await verifyChain(pages(rows), { anchor })).toMatchObject({ sound: 3, broken: { seq: 4, why } })
  expect(await verifyChain(pages(chain()), { anchor })).toMatchObject({ broken: null })
})

test('[J46] a journal written anew, sound in itself, is found by a hash that was noted', async () => {
  const anchor = { seq: 4, hash: hashAt(3) }
  expect(await verifyChain(pages(chain()), { anchor })).toMatchObject({ sound: 3, broken: { seq: 4 } })
})

test('[J47] an entry that cannot be read at all is told as the first that does not hold', async () => {
  async function* unreadable() {
    yield chain().slice(0, 2)
    throw new JournalDamaged('entry 3 has no body or no hash')
  }
  expect(await verifyChain(unreadable())).toMatchObject({ sound: 2, broken: { seq: 3 } })
})
