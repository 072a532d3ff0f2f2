import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test } from 'vitest'
import { MemoryJournal } from '#server/journal/memory.ts'
import type { Register } from '#server/register/port.ts'
import { openRegister } from '#server/register/sqlite.ts'
import type { Draft } from '#shared/journal/entry.ts'
import { MemberId } from '#shared/lib/id.ts'
import type { Sight } from '#shared/calls/sight.ts'
import { day, minute } from '#shared/lib/time.ts'
import { LogQuery, SheetQuery } from '#shared/register/queries.ts'
import { followersOf, tell } from '../support/followers.ts'
import { sheetId, t0 } from '../support/drafts.ts'
import { alice, bob, corrected, crisis, draft, logged, odile } from '../support/sheet-facts.ts'

const open: AsyncDisposable[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one[Symbol.asyncDispose]()
})

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'cip-register-'))
}

async function start(given: Readonly<{ journal?: MemoryJournal; folder?: string }> = {}) {
  const { journal = new MemoryJournal(), folder: where = folder() } = given
  const { followers, logged } = await followersOf(journal)
  const register = openRegister({ folder: where, followers })
  open.push(register, { [Symbol.asyncDispose]: () => followers.close() })
  const commit = async (...drafts: readonly Draft[]) => {
    const head = await journal.head()
    await journal.append(drafts, head)
    tell(followers, await journal.read(head, drafts.length))
    await register.waitFor(head + drafts.length)
  }
  return { journal, register, followers, folder: where, troubles: logged.error, commit }
}

async function find(register: Register, query: object, reach: Sight = 'whole') {
  const page = await register.searchSheets(SheetQuery.parse({ crisis, ...query }), reach)
  return page.rows.map(({ sheet }) => sheet.id)
}

async function read(register: Register, query: object = {}) {
  const page = await register.searchLogbook(LogQuery.parse({ crisis, ...query }))
  return page.rows.map(({ fr }) => fr)
}

const note = (n: number, text: string, by = alice) =>
  draft(n, by, { type: 'journal.noted', text, happenedAt: null })

test('[G6] sheets are found newest first, by the beginning of any of their words', async () => {
  const { register, commit } = await start()
  await commit(
    logged(10, { personal: { request: 'École du Sacré-Cœur fermée ?' } }),
    logged(11, { personal: { request: 'l’école de Persan' } }),
    logged(12, { personal: { request: 'le train' } }),
  )
  expect(await find(register, { text: 'ecol' })).toEqual([sheetId(11), sheetId(10)])
  expect(await find(register, { text: 'sacre COEUR' })).toEqual([sheetId(10)])
  expect(await find(register, { text: '' })).toEqual([sheetId(12), sheetId(11), sheetId(10)])
  expect(await find(register, { text: 'zorglub' })).toEqual([])
})

test('[G6] filters narrow together, and stay in their crisis', async () => {
  const { register, commit } = await start()
  await commit(
    logged(10, { content: { reason: 'schools.closed' } }),
    logged(11, { content: { reason: 'schools.pickUp', outcome: 'redirected' } }),
    logged(12, { content: { commune: { code: '95480', name: 'Pierrelaye' } }, by: bob }),
    logged(13, { content: { urgency: 'vital', startedAt: t0 - 86_400_000 } }),
  )
  expect(await find(register, { theme: 'schools' })).toEqual([sheetId(11), sheetId(10)])
  expect(await find(register, { theme: 'schools', outcome: 'redirected' })).toEqual([sheetId(11)])
  expect(await find(register, { reason: 'schools.closed' })).toEqual([sheetId(10)])
  expect(await find(register, { commune: '95480' })).toEqual([sheetId(12)])
  expect(await find(register, { taker: bob })).toEqual([sheetId(12)])
  expect(await find(register, { urgency: 'vital' })).toEqual([sheetId(13)])
  expect(await find(register, { from: '2026-05-31' })).toEqual([sheetId(13)])
  expect(await find(register, { from: '2026-05-30', to: '2026-06-01' })).toHaveLength(4)
  expect(await find(register, { crisis: sheetId(999) })).toEqual([])
})

test('[G6] a cursor goes on where the page ended, with nothing twice', async () => {
  const { register, commit } = await start()
  await commit(...Array.from({ length: 25 }, (_, n) => logged(10 + n)))
  const seen: string[] = []
  let cursor: number | null = null
  do {
    const query = SheetQuery.parse({ crisis, limit: 10, ...(cursor === null ? {} : { cursor }) })
    const page = await register.searchSheets(query, 'whole')
    seen.push(...page.rows.map(({ sheet }) => sheet.id))
    cursor = page.next
  } while (cursor !== null)
  expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => sheetId(34 - n)))
})

test('[G7] whoever may not read names may not find by them; a whole number may be found by all', async () => {
  const { register, commit } = await start()
  await commit(logged(10, { personal: odile }))
  for (const text of ['garnier', 'odile', 'rue du port', '0612']) {
    expect([text, await find(register, { text }, 'masked')]).toEqual([text, []])
    expect([text, await find(register, { text }, 'whole')]).toEqual([text, [sheetId(10)]])
  }
  expect(await find(register, { text: 'pont oise' }, 'masked')).toEqual([sheetId(10)])
  expect(await find(register, { text: '+33 6 12 34 56 78' }, 'masked')).toEqual([sheetId(10)])
  expect((await register.sheetsByPhone(crisis, '+33612345678')).map(({ id }) => id)).toEqual([sheetId(10)])
})

test('[G8] a corrected sheet is found as it stands, and keeps every version', async () => {
  const { register, commit } = await start()
  const first = logged(10, { personal: odile })
  await commit(
    first,
    corrected(11, first, { content: { outcome: 'escalated' }, personal: { request: 'Le gué' } }),
  )
  expect(await find(register, { text: 'pont' })).toEqual([])
  expect(await find(register, { text: 'gue', outcome: 'escalated' })).toEqual([sheetId(10)])
  expect(await register.sheetsByPhone(crisis, '+33612345678')).toEqual([])
  const record = await register.sheet(sheetId(10))
  expect(record?.sheet.revision).toBe(2)
  expect(record?.versions).toMatchObject([{ revision: 1, replacedBy: bob, sheet: { personal: odile } }])
})

test('[G9] calls are counted by ten minutes of their true start and by theme, corrections included', async () => {
  const { register, commit } = await start()
  const school = logged(11, { content: { reason: 'schools.closed' } })
  await commit(logged(10), school, logged(700))
  const start0 = t0 - (t0 % 600_000)
  expect(await register.callSeries(crisis, t0)).toEqual([
    { start: start0, theme: 'mobility', count: 1 },
    { start: start0, theme: 'schools', count: 1 },
    { start: start0 + 600_000, theme: 'mobility', count: 1 },
  ])
  await commit(corrected(701, school, { content: { reason: 'mobility.trains' } }))
  expect(await register.callSeries(crisis, t0)).toMatchObject([{ theme: 'mobility', count: 2 }, { count: 1 }])
})

test('[L4] the logbook is searched by the words it shows, in both languages, by person, kind and day', async () => {
  const { register, commit } = await start()
  const account = {
    type: 'access.accountCreated',
    account: alice,
    login: 'alice',
    name: 'Alice Roux',
    roles: ['admin'],
  } as const
  await commit(
    { ...draft(9, 'system', account), crisis: null },
    note(10, 'Le maire de Persan demande des sacs de sable'),
    note(11, 'Relève prévue à 6 h', bob),
    draft(12, alice, { type: 'activation.lineOpened', overridden: null }),
  )
  expect(await read(register)).toHaveLength(3)
  expect(await read(register, { text: 'sacs' })).toEqual(['Le maire de Persan demande des sacs de sable'])
  expect(await read(register, { text: 'ligne ouv' })).toEqual(['Ligne ouverte au public'])
  expect(await read(register, { text: 'line opened' })).toEqual(['Ligne ouverte au public'])
  expect(await read(register, { text: 'roux' })).toHaveLength(2)
  expect(await read(register, { person: bob })).toEqual(['Relève prévue à 6 h'])
  expect(await read(register, { feature: 'journal' })).toHaveLength(2)
  expect(await read(register, { type: 'activation.lineOpened' })).toHaveLength(1)
  expect(await read(register, { from: '2026-06-02' })).toEqual([])
  expect(await read(register, { crisis: 'standing' })).toEqual([
    'Compte créé\u00A0: Alice Roux (administration)',
  ])
})

test('[L5] a struck line stays readable, once, with who struck it and why, in its own crisis only', async () => {
  const { register, commit } = await start()
  await commit(
    note(10, 'Barrage rompu'),
    draft(11, bob, { type: 'journal.struck', line: 1, reason: 'faux, vérifié' }),
    draft(12, alice, { type: 'journal.struck', line: 1, reason: 'encore' }),
    { ...draft(13, alice, { type: 'journal.struck', line: 2, reason: 'd’ailleurs' }), crisis: null },
  )
  const [line] = (await register.searchLogbook(LogQuery.parse({ crisis, text: 'barrage' }))).rows
  expect(line).toMatchObject({ fr: 'Barrage rompu', struck: { by: bob, reason: 'faux, vérifié' } })
  const [other] = (await register.searchLogbook(LogQuery.parse({ crisis, text: 'verifie' }))).rows
  expect(other).toMatchObject({ seq: 2, struck: null })
})

test('[G10] a register that was away, or is lost, or is another journal’s, fills from the journal', async () => {
  const { journal, register, folder: where, commit } = await start()
  await commit(note(10, 'avant'))
  await register[Symbol.asyncDispose]()
  await journal.append(
    Array.from({ length: 1_200 }, (_, n) => note(20 + n, `pendant ${n}`)),
    1,
  )
  const again = await start({ journal, folder: where })
  await again.register.waitFor(1_201)
  expect(await read(again.register, { text: 'avant' })).toHaveLength(1)
  expect(await read(again.register, { text: 'pendant 1199' })).toHaveLength(1)
  await again.register[Symbol.asyncDispose]()

  const other = new MemoryJournal()
  await other.append([note(10, 'ailleurs')], 0)
  const replaced = await start({ journal: other, folder: where })
  await replaced.register.waitFor(1)
  expect(await read(replaced.register)).toEqual(['ailleurs'])
})

test('[G10] a file that is not a database is replaced', async () => {
  const where = folder()
  writeFileSync(join(where, 'register.sqlite'), 'not a database, '.repeat(500))
  const { register, commit } = await start({ folder: where })
  await commit(note(10, 'bonjour'))
  expect(await read(register)).toEqual(['bonjour'])
})

test('[G10] a database damaged while it runs is rebuilt, and says so', async () => {
  const { register, folder: where, commit, troubles, journal } = await start()
  await commit(...Array.from({ length: 300 }, (_, n) => note(10 + n, `ligne ${n} ${'mot '.repeat(50)}`)))
  await register[Symbol.asyncDispose]()
  const file = join(where, 'register.sqlite')
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 8_192)
  writeFileSync(file, bytes)
  const again = await start({ journal, folder: where })
  await again.commit(note(900, 'encore'))
  expect(await read(again.register, { text: 'encore' })).toEqual(['encore'])
  expect(await read(again.register, { text: 'ligne 299' })).toHaveLength(1)
  expect(troubles).toHaveLength(0)
  expect(again.troubles.length).toBeLessThanOrEqual(1)
})

/** What a failing disk does to the file while it is open: SQLite finds it at the next question, or never. */
function harm(where: string, sql: string): void {
  using database = new DatabaseSync(join(where, 'register.sqlite'))
  database.exec(sql)
}

/** All but its first pages, whose counter tells the others that what they hold in memory is old. */
function garble(where: string): void {
  harm(where, 'PRAGMA wal_checkpoint(TRUNCATE)')
  const file = join(where, 'register.sqlite')
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(statSync(file).size - 12_288, 0x5a), 0, null, 12_288)
  closeSync(handle)
  harm(where, "UPDATE meta SET value = value WHERE key = 'version'")
}

const harms = [
  ['found by SQLite', null],
  ['silent, lines are gone', 'DELETE FROM lines WHERE seq > 3'],
  ['silent, the index of words is empty', "INSERT INTO lines_index (lines_index) VALUES ('delete-all')"],
  [
    'silent, lines and index are gone',
    "DELETE FROM lines; INSERT INTO lines_index (lines_index) VALUES ('delete-all')",
  ],
] as const

test.each(harms)(
  '[G100] damaged while it serves (%s) it never says that nothing is there',
  async (_, sql) => {
    const { register, folder: where, commit } = await start()
    await commit(...Array.from({ length: 30 }, (_, n) => note(10 + n, `ligne ${n}`)))
    if (sql === null) garble(where)
    else harm(where, sql)
    const first = await register.searchLogbook(LogQuery.parse({ crisis, text: 'ligne 29' })).catch(() => null)
    expect(first === null || first.rows.length === 1 || first.indexing !== null).toBe(true)
    expect(register.isRebuilt()).toBe(true)
    // Nobody writes.
    await register.waitFor(30)
    expect(register.indexing()).toBeNull()
    expect(await read(register, { text: 'ligne 29' })).toEqual(['ligne 29'])
    expect(await register.logbookAfter(crisis, 0, 100)).toHaveLength(30)
  },
)

test('[G100] sheets that are gone are missed, and come back', async () => {
  const { register, folder: where, commit } = await start()
  await commit(logged(10, { personal: odile }), logged(11))
  harm(where, 'DELETE FROM sheets')
  expect(await register.isWhole()).toBe(false)
  await register.waitFor(2)
  expect(await register.isWhole()).toBe(true)
  expect(await find(register, { text: 'garnier' })).toEqual([sheetId(10)])
})

test('[G100] damage that came while the server was away is found at its start', async () => {
  const { journal, register, followers, folder: where, commit } = await start()
  await commit(note(10, 'un'), note(11, 'deux'))
  await followers.close()
  await register[Symbol.asyncDispose]()
  harm(where, 'DELETE FROM lines WHERE seq = 1')
  const again = await start({ journal, folder: where })
  await again.register.waitFor(2)
  expect(await read(again.register)).toEqual(['deux', 'un'])
})

test('[G11] entries that come out of turn or twice are read from the journal, none lost, none double', async () => {
  const { journal, register, followers } = await start()
  await journal.append(
    Array.from({ length: 50 }, (_, n) => note(10 + n, `mot${n}`)),
    0,
  )
  const entries = await journal.read(0, 50)
  tell(followers, entries.slice(40))
  tell(followers, entries.slice(0, 10))
  tell(followers, entries.slice(5, 45))
  await register.waitFor(50)
  expect(await read(register, { limit: 100 })).toHaveLength(50)
})

test('[G11] a journal that is away for a while is asked again', async () => {
  const journal = new MemoryJournal()
  await journal.append([note(10, 'un')], 0)
  const { register, followers, troubles } = await start({ journal })
  await register.waitFor(1)
  await journal.append([note(11, 'deux'), note(12, 'trois')], 1)
  const working = journal.read.bind(journal)
  journal.read = () => Promise.reject(new Error('away'))
  tell(followers, await working(2, 1))
  await expect.poll(() => troubles.length).toBe(1)
  journal.read = working
  await register.waitFor(3)
  expect(await read(register)).toEqual(['trois', 'deux', 'un'])
})

test('[V5] an erased sheet is found no more by what it held, and leaves no trace in the file', async () => {
  const { register, folder: where, commit } = await start()
  const first = logged(10, { personal: odile })
  const second = { ...odile, note: 'Zorglubinette' }
  await commit(
    first,
    corrected(11, first, { personal: second }),
    logged(12, { personal: { request: 'autre' } }),
  )
  expect(await find(register, { text: 'zorglub' })).toEqual([sheetId(10)])
  await commit(draft(13, alice, { type: 'privacy.erased', subject: sheetId(10), reason: 'demande' }))
  expect(await find(register, { text: 'garnier' })).toEqual([])
  expect(await find(register, { text: 'zorglub' })).toEqual([])
  expect(await register.sheetsByPhone(crisis, '+33612345678')).toEqual([])
  const record = await register.sheet(sheetId(10))
  expect(record).toMatchObject({
    sheet: { personal: null, sealed: true },
    versions: [{ sheet: { personal: null } }],
  })
  expect(await find(register, {})).toEqual([sheetId(12), sheetId(10)])
  for (const name of readdirSync(where)) {
    const bytes = readFileSync(join(where, name)).toString('latin1').toLowerCase()
    for (const trace of ['garnier', 'orglubin', '0612345678', '33612345678']) {
      expect([name, trace, bytes.includes(trace)]).toEqual([name, trace, false])
    }
  }
})

test('[V5] an erased member’s name leaves the lines that told it, their search and the file', async () => {
  const { register, folder: where, commit, journal } = await start()
  const member = MemberId.parse(sheetId(700))
  const details = { service: null, commune: null, distanceKm: null, travelMinutes: null }
  const added = {
    type: 'roster.memberAdded',
    member,
    details,
    subject: member,
    personal: { lastName: 'Zorglubet', firstName: 'Ursule', phones: [], email: null },
  } as unknown as Draft['event']
  await commit(
    { ...draft(9, alice, added), crisis: null },
    draft(10, alice, { type: 'callin.arrived', member }),
  )
  expect(await read(register, { text: 'zorglubet' })).toEqual(['Ursule Zorglubet est sur place'])
  await commit({
    ...draft(13, alice, { type: 'privacy.erased', subject: member, reason: 'départ' }),
    crisis: null,
  })
  expect(await read(register, { text: 'zorglubet' })).toEqual([])
  expect(await read(register)).toEqual(['(nom effacé) est sur place'])
  for (const name of readdirSync(where)) {
    const bytes = readFileSync(join(where, name)).toString('latin1').toLowerCase()
    expect([name, bytes.includes('orglub')]).toEqual([name, false])
  }
  await journal.forget([{ subject: member }])
  const rebuilt = await start({ journal })
  await rebuilt.register.waitFor(3)
  expect(await read(rebuilt.register)).toEqual(['(nom effacé) est sur place'])
})

test('[V6] the file and its companions are readable by their owner alone', async () => {
  const { folder: where, commit } = await start()
  await commit(note(10, 'x'))
  for (const name of readdirSync(where))
    expect([name, statSync(join(where, name)).mode & 0o777]).toEqual([name, 0o600])
})

test('[G12] whoever waits for an entry is told when searches see it, or that waiting ended', async () => {
  const { register, commit } = await start()
  const waiting = register.waitFor(2)
  const given = AbortSignal.abort(new Error('given up'))
  await expect(register.waitFor(9, given)).rejects.toThrow('given up')
  await commit(note(10, 'a'), note(11, 'b'))
  await waiting
  expect(register.caughtUpTo()).toBe(2)
  expect(register.indexing()).toBeNull()
})

test('[Z9] lines and calls recorded under a clock that was ahead are told, found and counted when they happened', async () => {
  const { register, commit } = await start()
  const ahead = 3 * day
  const under = (fact: Draft): Draft => ({ ...fact, at: fact.at + ahead })
  const call = logged(11, { content: { startedAt: t0 + ahead + 11_000 } })
  await commit(note(10, 'avant'), under(note(11, 'pendant')), under(call))
  expect(await read(register, { from: '2026-06-04' })).toHaveLength(2)
  const correction = {
    first: 2,
    last: 3,
    from: t0 + ahead,
    to: t0 + ahead + minute,
    by: -ahead,
    isAtLeast: false,
  }
  await commit({ ...draft(12, alice, { type: 'clock.corrected', node: '', ...correction }), crisis: null })
  expect(await read(register, { from: '2026-06-04' })).toEqual([])
  const [, line, before] = (await register.searchLogbook(LogQuery.parse({ crisis }))).rows
  expect(line).toMatchObject({ at: t0 + 11_000, recordedAt: t0 + ahead + 11_000, fr: 'pendant' })
  expect(before).toMatchObject({ at: t0 + 10_000, recordedAt: null })
  expect(await find(register, { from: '2026-06-01', to: '2026-06-01' })).toEqual([sheetId(11)])
  expect(await register.callSeries(crisis, t0)).toMatchObject([{ start: t0, count: 1 }])
})

test('[Z23] a correction that is taken back leaves lines, sheets and counts as they were recorded', async () => {
  const { register, commit } = await start()
  const call = { ...logged(11), at: t0 + 11_007 }
  await commit(note(10, 'juste'), call)
  const seen = async () => ({
    lines: (await register.searchLogbook(LogQuery.parse({ crisis }))).rows,
    sheet: await register.sheet(sheetId(11)),
    days: await find(register, { from: '2026-06-01', to: '2026-06-01' }),
    series: await register.callSeries(crisis, t0),
  })
  const before = await seen()
  const wrong = { first: 1, last: 2, from: t0, to: t0 + minute, by: -3 * day, isAtLeast: true }
  const said = (seq: number, type: 'clock.corrected' | 'clock.takenBack') =>
    commit({ ...draft(seq, alice, { type, node: '', ...wrong }), crisis: null })
  await said(12, 'clock.corrected')
  expect(await seen()).not.toEqual(before)
  await said(13, 'clock.takenBack')
  expect(await seen()).toEqual(before)
})

test('[Z19] what was done under a clock that was ahead to what stood before is told when it happened too', async () => {
  const { register, commit } = await start()
  const ahead = 3 * day
  const call = { ...logged(11), at: t0 + 11_007 }
  const corrects = corrected(12, call, { content: { seconds: 120 } })
  const at = t0 + ahead + 13_007
  if (corrects.event.type !== 'calls.corrected') throw new TypeError('not a correction')
  const { facts } = corrects.event
  await commit(
    note(10, 'avant'),
    call,
    { ...corrects, at, event: { ...corrects.event, facts: { ...facts, corrected: { by: bob, at } } } },
    { ...draft(14, alice, { type: 'journal.struck', line: 1, reason: 'faux' }), at },
    // Another server's, whose clock was right.
    note(15, 'juste'),
  )
  const correction = { first: 3, last: 5, from: at, to: at + minute, by: -ahead, isAtLeast: false }
  await commit({ ...draft(16, alice, { type: 'clock.corrected', node: '', ...correction }), crisis: null })
  expect(await register.sheet(sheetId(11))).toMatchObject({
    sheet: { loggedAt: t0 + 11_007, corrected: { at: at - ahead } },
    versions: [{ replacedAt: at - ahead, sheet: { loggedAt: t0 + 11_007 } }],
  })
  const lines = (await register.searchLogbook(LogQuery.parse({ crisis }))).rows
  expect(lines.find(({ seq }) => seq === 1)).toMatchObject({ struck: { at: at - ahead } })
  expect(lines.find(({ fr }) => fr === 'juste')).toMatchObject({ at: t0 + 15_000, recordedAt: null })
})

test('[Z19] a version recorded under a clock that was ahead is told when it was, whenever it was replaced', async () => {
  const { register, commit } = await start()
  const ahead = 3 * day
  const at = t0 + ahead + 11_007
  const call = { ...logged(11, { content: { startedAt: at - 2_000 } }), at }
  await commit(call, corrected(12, call, { content: { seconds: 120 } }))
  const correction = { first: 1, last: 1, from: at, to: at + minute, by: -ahead, isAtLeast: false }
  await commit({ ...draft(13, alice, { type: 'clock.corrected', node: '', ...correction }), crisis: null })
  expect(await register.sheet(sheetId(11))).toMatchObject({
    sheet: { loggedAt: at - ahead },
    versions: [{ replacedAt: t0 + 12_000, sheet: { loggedAt: at - ahead } }],
  })
})
