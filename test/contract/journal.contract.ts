import { createSecretKey } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteErased } from '#server/journal/erased-list.ts'
import { isIntentOf, withIntent } from '#server/journal/intent.ts'
import type { Journal } from '#server/journal/port.ts'
import { eraseAgain } from '#server/privacy/erase-again.ts'
import type { Entry } from '#shared/journal/entry.ts'
import { commandId, noted, personId, sealed } from '../support/drafts.ts'

/** Where a journal lives: opened again, it holds what it held. */
export interface JournalHome extends AsyncDisposable {
  open(): Promise<Journal>
}

/** What every adapter promises (shared/SPEC.md, Journal). Each test gets an empty home. */
export function journalContract(makeHome: () => Promise<JournalHome>): void {
  let home: JournalHome
  let journal: Journal
  beforeEach(async () => {
    home = await makeHome()
    journal = await home.open()
  })
  afterEach(async () => {
    await journal[Symbol.asyncDispose]()
    await home[Symbol.asyncDispose]()
  })

  test('[J120] an empty journal answers everything it is asked, and takes its first entry', async () => {
    expect(await journal.head()).toBe(0)
    for (const after of [-2, -1, 0, 1, 500]) {
      for (const limit of [-1, 0, 1, 2, 500]) expect(await journal.read(after, limit)).toEqual([])
    }
    expect(await journal.entriesOf(commandId(1))).toEqual([])
    await journal.forget([{ subject: personId(7) }])
    await journal.probe()
    expect(await journal.append([], 0)).toEqual({ status: 'appended', hashes: [] })
    expect(await journal.append([], 1)).toEqual({ status: 'head-moved', head: 0 })
    expect(await journal.append([noted(1)], 1)).toEqual({ status: 'head-moved', head: 0 })
    const stop = new AbortController()
    const followed = collect(journal, { after: 0, until: 1, stop: stop.signal })
    expect(await journal.append([sealed(1, 7)], 0)).toMatchObject({ status: 'appended' })
    expect(await followed).toEqual(await journal.read(0, 1))
  })

  test('[J121] at the edges a page is what stands between them: before the first entry, after the last, exactly whole', async () => {
    await journal.append([sealed(1, 7)], 0)
    await expectPages(1)
    await journal.append([noted(2), noted(3)], 1)
    await journal.append([sealed(4, 7), noted(5)], 3)
    await expectPages(5)
    expect(await journal.append([], 5)).toEqual({ status: 'appended', hashes: [] })
  })

  async function expectPages(total: number): Promise<void> {
    const whole = await journal.read(0, total)
    expect(whole.map(({ seq }) => seq)).toEqual(Array.from({ length: total }, (_, i) => i + 1))
    for (let after = -2; after <= total + 1; after++) {
      for (const limit of [-1, 0, 1, 2, total - 1, total, total + 1, Number.MAX_SAFE_INTEGER]) {
        const from = Math.max(0, after)
        const expected = whole.slice(from, from + Math.max(0, limit))
        expect(await journal.read(after, limit), `after ${after}, ${limit}`).toEqual(expected)
      }
    }
  }

  test('[J1] entries are read back as they were appended, in order, numbered from 1', async () => {
    const batch = [noted(1), sealed(2, 7), noted(3, 'élève « Zoé » 👩‍🚒')]
    const appended = await journal.append(batch, 0)
    const entries = await journal.read(0, 10)
    for (const [i, draft] of batch.entries()) {
      expect(entries[i]).toEqual({ ...draft, seq: i + 1, hash: hashOf(appended, i) })
    }
    expect(entries.length).toBe(3)
    expect(await journal.read(1, 1)).toEqual(entries.slice(1, 2))
    expect(await journal.read(3, 10)).toEqual([])
    expect(await journal.head()).toBe(3)
  })

  test('[J140] what a command asked for is kept with its first entry, and its salt goes with whom it spoke of', async () => {
    const [first, second] = withIntent([sealed(1, 7), { ...noted(2), command: commandId(1) }], 'digest')
    if (first === undefined || second === undefined) throw new Error('no drafts')
    await journal.append([first, second], 0)
    const before = await journal.entriesOf(commandId(1))
    expect(before).toMatchObject([first, second])
    expect([isIntentOf(before, 'digest'), isIntentOf(before, 'another')]).toEqual([true, false])
    await journal.forget([{ subject: personId(7) }])
    const after = await journal.entriesOf(commandId(1))
    expect(after[0]).not.toHaveProperty('salt')
    expect(isIntentOf(after, 'digest')).toBe(null)
    expect(after.map(({ hash }) => hash)).toEqual(before.map(({ hash }) => hash))
  })

  test('[J2] a batch decided on an older head is refused whole and told the head', async () => {
    await journal.append([noted(1), noted(2)], 0)
    expect(await journal.append([noted(3), noted(4)], 1)).toEqual({ status: 'head-moved', head: 2 })
    expect(await journal.append([noted(3), noted(4)], 5)).toEqual({ status: 'head-moved', head: 2 })
    expect(await journal.head()).toBe(2)
    expect(await journal.entriesOf(commandId(3))).toEqual([])
  })

  test('[J3] a repeated command is told before the head is looked at, and its batch refused whole', async () => {
    await journal.append([noted(1), noted(2)], 0)
    const retried = await journal.append([noted(3), noted(2)], 0)
    expect(retried).toEqual({ status: 'repeated', commands: [commandId(2)] })
    expect(await journal.head()).toBe(2)
    expect(await journal.append([noted(3)], 2)).toMatchObject({ status: 'appended' })
  })

  test('[J4] appends under way are carried out in the order of the calls, each whole or not at all', async () => {
    const outcomes = await Promise.all([
      journal.append([noted(1), noted(2)], 0),
      journal.append([noted(3)], 2),
      journal.append([noted(2), noted(4)], 3),
      journal.append([noted(5)], 5),
      journal.append([noted(6), noted(7)], 3),
    ])
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'appended',
      'appended',
      'repeated',
      'head-moved',
      'appended',
    ])
    const entries = await journal.read(0, 10)
    expect(entries.map((entry) => entry.command)).toEqual([1, 2, 3, 6, 7].map(commandId))
  })

  test('[J270] a batch as long as a list of members keeps its place, whole, before what is appended behind it', async () => {
    const list = Array.from({ length: 1_500 }, (_, n) => ({ ...sealed(1, 100 + n), command: commandId(1) }))
    const outcomes = await Promise.all([
      journal.append(list, 0),
      journal.append([sealed(2, 100)], list.length),
      journal.append([...list, noted(3)], list.length + 1),
      journal.append([noted(4)], list.length + 1),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['appended', 'appended', 'repeated', 'appended'])
    const entries = await journal.read(0, 2_000)
    expect(entries.map(({ command, event }) => ({ command, event }))).toEqual(
      [...list, sealed(2, 100), noted(4)].map(({ command, event }) => ({ command, event })),
    )
  })

  test('[J24] a probe leaves nothing behind', async () => {
    await journal.append([noted(1)], 0)
    await journal.probe()
    expect(await journal.head()).toBe(1)
    expect(await journal.append([noted(2)], 1)).toMatchObject({ status: 'appended' })
    expect((await journal.read(0, 10)).map(({ seq }) => seq)).toEqual([1, 2])
  })

  test('[J5] what a command made is found again, in order, and nothing for a command never seen', async () => {
    const second = { ...noted(2, 'première'), command: commandId(2) }
    const third = { ...noted(3, 'deuxième'), command: commandId(2) }
    await journal.append([noted(1), second, third, noted(4)], 0)
    const made = await journal.entriesOf(commandId(2))
    expect(made.map((entry) => entry.seq)).toEqual([2, 3])
    expect(made).toEqual(await journal.read(1, 2))
    expect(await journal.entriesOf(commandId(9))).toEqual([])
  })

  test('[J5] what came to nothing is not found, and stands in nobody’s way', async () => {
    // Refused where these entries would be 3 and 4; then others are there.
    expect(await journal.append([sealed(1, 7), noted(2)], 2)).toEqual({ status: 'head-moved', head: 0 })
    await journal.append([noted(11), noted(12), sealed(13, 8), noted(14)], 0)
    expect(await journal.entriesOf(commandId(1))).toEqual([])
    expect(await journal.append([sealed(1, 7), noted(2)], 4)).toMatchObject({ status: 'appended' })
    expect(await journal.entriesOf(commandId(1))).toEqual(await journal.read(4, 1))
    expect((await journal.read(4, 1)).map(personalOf)).toEqual([{ verifier: 'secret 1' }])
  })

  test('[J27] a roster of thousands is stored as one batch, and read in pages of any size', async () => {
    const people = Array.from({ length: 5_000 }, (_, i) => sealed(i + 10, i))
    await appendEach(journal, 1, 3)
    expect(await journal.append(people, 3)).toMatchObject({ status: 'appended' })
    await journal.append([noted(6_000), noted(6_001)], 5_003)
    const whole = await journal.read(0, 10_000)
    expect(whole.map(({ seq }) => seq)).toEqual(Array.from({ length: 5_005 }, (_, i) => i + 1))
    expect(whole.slice(3, -2).map(personalOf)).toEqual(people.map(personalOf))
    for (const limit of [1, 2, 500, 4_999, 5_000]) {
      for (const after of [0, 2, 3, 4, 5_002, 5_003, 5_004, 5_005]) {
        expect(await journal.read(after, limit)).toEqual(whole.slice(after, after + limit))
      }
    }
  })

  test('[J6] followers get past then live entries, no gap, no repeat, and end when asked', async () => {
    const total = 400
    await appendEach(journal, 1, 100)
    const stop = new AbortController()
    const followers = [0, 50, 100].map((after) =>
      collect(journal, { after, until: total, stop: stop.signal }),
    )
    await appendEach(journal, 101, total)
    const seen = await Promise.all(followers)
    for (const [i, after] of [0, 50, 100].entries()) {
      expect(seen[i]).toEqual(await journal.read(after, total))
    }
    const waiting = collect(journal, { after: total, until: total + 1, stop: stop.signal })
    stop.abort()
    expect(await waiting).toEqual([])
  })

  test('[J7] each hash depends on what stands before it', async () => {
    const first = await journal.append([noted(1), noted(2)], 0)
    const entries = await journal.read(0, 2)
    expect(entries.map((entry) => entry.hash)).toEqual([hashOf(first, 0), hashOf(first, 1)])
    expect(new Set(entries.map((entry) => entry.hash)).size).toBe(2)
    expect(entries[0]?.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('[J8] an erased subject reads as null everywhere, with the same hashes; others stay', async () => {
    const stop = new AbortController()
    await journal.append([sealed(1, 7), sealed(2, 8), sealed(3, 7)], 0)
    const before = await journal.read(0, 10)
    await journal.forget([{ subject: personId(7) }])
    const after = await journal.read(0, 10)
    expect(after.map(personalOf)).toEqual([null, { verifier: 'secret 2' }, null])
    expect(after.map((entry) => entry.hash)).toEqual(before.map((entry) => entry.hash))
    expect(personalOf((await journal.entriesOf(commandId(1)))[0])).toBeNull()
    const followed = await collect(journal, { after: 0, until: 3, stop: stop.signal })
    expect(followed).toEqual(after)
  })

  test('[J100] forgetting again what was erased before an entry leaves what was said from that entry on', async () => {
    await journal.append([sealed(1, 7, 'before'), sealed(2, 7, 'before')], 0)
    await journal.append([noted(3)], 2)
    await journal.forget([{ subject: personId(7), before: 3 }])
    await journal.append([sealed(4, 7, 'after')], 3)
    await journal.forget([{ subject: personId(7), before: 3 }])
    const said = JSON.stringify(await journal.read(0, 10))
    expect(said).not.toContain('before')
    expect(said).toContain('after')
    await journal.forget([{ subject: personId(7), before: 5 }])
    expect(JSON.stringify(await journal.read(0, 10))).not.toContain('after')
  })

  test('[J143] put back to an earlier day it forgets again who was erased since, once', async () => {
    using lists = temporaryFolder()
    await journal.append([sealed(1, 7, 'Odile'), sealed(2, 8, 'Paul')], 0)
    noteErased(lists.path, [{ seq: 500, subject: personId(7) }])
    const masterKey = createSecretKey(Buffer.alloc(32, 7))
    expect(await eraseAgain({ journal, folder: lists.path, masterKey })).toBe(1)
    await journal.append([sealed(3, 7, 'de nouveau')], 3)
    expect(await eraseAgain({ journal, folder: lists.path, masterKey })).toBe(0)
    expect((await journal.read(0, 10)).filter(({ event }) => 'personal' in event).map(personalOf)).toEqual([
      null,
      { verifier: 'Paul' },
      { verifier: 'de nouveau' },
    ])
  })

  test('[J101] where a follower stands is kept with the journal, each follower for itself', async () => {
    expect(await journal.positionOf('keys')).toBeNull()
    await journal.keepPosition('keys', { seq: 1, hash: 'aa' })
    await journal.keepPosition('other', { seq: 9, hash: 'bb' })
    await journal.keepPosition('keys', { seq: 2, hash: 'cc' })
    expect(await journal.positionOf('keys')).toEqual({ seq: 2, hash: 'cc' })
    expect(await journal.positionOf('other')).toEqual({ seq: 9, hash: 'bb' })
  })

  test('[J9] a subject spoken of again after its erasure gets a new key; what was said before stays erased', async () => {
    await journal.append([sealed(1, 7)], 0)
    await journal.forget([{ subject: personId(7) }])
    await journal.append([sealed(2, 7, 'nouveau')], 1)
    expect((await journal.read(0, 10)).map(personalOf)).toEqual([null, { verifier: 'nouveau' }])
  })

  test('[J10] personal data without a subject is a bug, refused before anything is stored', async () => {
    const draft = sealed(2, 7)
    const nobody = { ...draft, event: { ...draft.event, subject: '' } } as unknown as typeof draft
    await expect(journal.append([noted(1), nobody], 0)).rejects.toThrow(TypeError)
    expect(await journal.head()).toBe(0)
  })
}

/** What the adapters that keep something promise besides. */
export function durableJournalContract(makeHome: () => Promise<JournalHome>): void {
  test('[J11] [J101] opened again, the journal is the same: entries, hashes, keys, known commands', async () => {
    await using home = await makeHome()
    const before = await (async () => {
      await using journal = await home.open()
      await journal.append([noted(1), sealed(2, 7), sealed(3, 8)], 0)
      await journal.keepPosition('keys', { seq: 2, hash: 'aa' })
      await journal.forget([{ subject: personId(8) }])
      return await journal.read(0, 10)
    })()
    await using journal = await home.open()
    expect(await journal.read(0, 10)).toEqual(before)
    expect(await journal.positionOf('keys')).toEqual({ seq: 2, hash: 'aa' })
    expect(before.map(personalOf)).toEqual([undefined, { verifier: 'secret 2' }, null])
    expect(await journal.append([sealed(2, 7)], 3)).toEqual({ status: 'repeated', commands: [commandId(2)] })
    expect(await journal.append([sealed(4, 7)], 3)).toMatchObject({ status: 'appended' })
    expect((await journal.read(3, 1)).map(personalOf)).toEqual([{ verifier: 'secret 4' }])
  })
}

function hashOf(appended: Awaited<ReturnType<Journal['append']>>, i: number): string | undefined {
  return appended.status === 'appended' ? appended.hashes[i] : undefined
}

export function personalOf(entry: Pick<Entry, 'event'> | undefined): unknown {
  return entry !== undefined && 'personal' in entry.event ? entry.event.personal : undefined
}

async function appendEach(journal: Journal, from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n++) await journal.append([n % 3 === 0 ? sealed(n, n) : noted(n)], n - 1)
}

async function collect(
  journal: Journal,
  { after, until, stop }: { readonly after: number; readonly until: number; readonly stop: AbortSignal },
): Promise<readonly Entry[]> {
  const seen: Entry[] = []
  for await (const entries of journal.follow(after, stop)) {
    seen.push(...entries)
    if ((seen.at(-1)?.seq ?? 0) >= until) break
  }
  return seen
}

export function temporaryFolder(): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'journal-lists-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) }
}
