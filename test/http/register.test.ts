import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import express from 'express'
import { ApiError } from '#server/http/api-error.ts'
import { errorHandler } from '#server/http/edge.ts'
import { MemoryJournal } from '#server/journal/memory.ts'
import type { Followers } from '#server/followers/followers.ts'
import { JournalUnavailable } from '#server/journal/port.ts'
import { createLogger } from '#server/lib/logger.ts'
import type { Register } from '#server/register/port.ts'
import { registerRoutes } from '#server/register/routes.ts'
import { openRegister } from '#server/register/sqlite.ts'
import type { Role } from '#shared/access/roles.ts'
import type { Draft } from '#shared/journal/entry.ts'
import type { PersonId } from '#shared/lib/id.ts'
import type { LogLine, Page, SheetRecord, SheetRow } from '#shared/register/queries.ts'
import { initialState, type State } from '#shared/state.ts'
import { followersOf, tell } from '../support/followers.ts'
import { personId, sheetId, t0 } from '../support/drafts.ts'
import { Stage } from '../support/stage.ts'
import { alice, bob, corrected, crisis, draft, logged, odile } from '../support/sheet-facts.ts'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const carol = personId(3)
const dave = personId(4)
const journal = new MemoryJournal()
let followers: Followers
let folder: string
let register: Register
let server: Server
let url: string
let reads = 0

/** Asks as somebody; null: nobody is signed in. */
async function ask(path: string, person: PersonId | null, ...roles: readonly Role[]) {
  const headers: Record<string, string> = person === null ? {} : { person, roles: roles.join(',') }
  return fetch(`${url}/api/register/${path}`, { headers })
}

async function read<T>(path: string, person: PersonId, ...roles: readonly Role[]): Promise<T> {
  const response = await ask(path, person, ...roles)
  expect([path, response.status]).toEqual([path, 200])
  return (await response.json()) as T
}

/** A crisis with the id that the sheets bear, as the live state knows it. */
function stateOf(kind: 'real' | 'exercise'): State {
  const stage = Stage.inCrisis({ kind })
  return { ...initialState, crises: { [crisis]: stage.it } }
}
let state = stateOf('exercise')

/** Alice has promised Odile to call her back. */
function promised(n: number): Draft {
  const sheet = logged(n, { personal: odile })
  if (sheet.event.type !== 'calls.logged') return sheet
  return { ...sheet, event: { ...sheet.event, callback: { dueAt: sheet.at + 600_000 } } }
}

beforeAll(async () => {
  const first = logged(10, { personal: odile })
  await journal.append(
    [
      first,
      corrected(11, first, { personal: { request: 'Le gué est-il ouvert ?' } }),
      logged(12, { personal: odile, by: bob }),
      draft(14, alice, { type: 'journal.noted', text: '=HYPERLINK("x")', happenedAt: null }),
      { ...draft(15, alice, { type: 'access.signInFailed', account: null }), crisis: null },
      promised(16),
      draft(17, carol, { type: 'calls.callbackTaken', sheet: sheetId(16) }),
    ],
    0,
  )
  folder = mkdtempSync(join(tmpdir(), 'cip-register-http-'))
  followers = (await followersOf(journal)).followers
  register = openRegister({ folder, followers })
  await register.waitFor(7)
  const app = express()
  app.use(
    '/api/register',
    registerRoutes({
      register,
      state: () => state,
      onPersonalRead: () => {
        reads += 1
      },
      actorOf: ({ headers }) => {
        const { person, roles } = headers
        if (typeof person !== 'string') throw new ApiError(401, 'access.signed-out')
        return {
          person: person as PersonId,
          name: '',
          roles: String(roles).split(',').filter(Boolean) as Role[],
          session: '',
          mustChangePassword: false,
        }
      },
    }),
    errorHandler(createLogger('silent')),
  )
  server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await register[Symbol.asyncDispose]()
})

test('[G13] nothing is answered to whoever is not signed in', async () => {
  const paths = ['sheets', `sheets/${sheetId(10)}`, 'logbook', `logbook.csv?crisis=${crisis}`, 'series']
  for (const path of paths) expect([path, (await ask(path, null)).status]).toEqual([path, 401])
})

test('[G13] a sheet is read in full by its author and the leads, masked by others, earlier versions too', async () => {
  const path = `sheets/${sheetId(10)}`
  const own = await read<SheetRecord>(path, alice, 'callTaker')
  expect(own.versions[0]?.sheet.personal?.caller?.name).toBe('Odile Garnier')
  const lead = await read<SheetRecord>(path, carol, 'roomLead')
  expect(lead.versions[0]?.sheet.personal?.caller?.phone).toBe('+33612345678')
  const other = JSON.stringify(await read<SheetRecord>(path, carol, 'callTaker', 'quality'))
  expect(other).toContain('O. G.')
  expect(other).not.toMatch(/Odile|Garnier|612345678|rue du Port/)
})

test('[G13] lists and the search by number mask as well', async () => {
  const lists = [
    `sheets?crisis=${crisis}`,
    `sheets?crisis=${crisis}&phone=${encodeURIComponent('+33612345678')}`,
  ]
  for (const path of lists) {
    const masked = await (await ask(path, dave, 'callTaker')).text()
    expect(masked).toContain(sheetId(12))
    expect(masked).not.toMatch(/Odile|Garnier|612345678/)
    expect(await (await ask(path, carol, 'teamLead')).text()).toMatch(/Odile Garnier/)
  }
})

test('[G7] over HTTP a name finds nothing for whoever may not read it', async () => {
  const path = `sheets?crisis=${crisis}&text=garnier`
  expect((await read<Page<SheetRow>>(path, carol, 'callTaker')).rows).toEqual([])
  expect((await read<Page<SheetRow>>(path, carol, 'roomLead')).rows).toHaveLength(2)
})

test('[G14] reading another’s sheet in full is counted; one’s own and a masked one are not', async () => {
  reads = 0
  await read<SheetRecord>(`sheets/${sheetId(12)}`, bob, 'callTaker')
  await read<SheetRecord>(`sheets/${sheetId(12)}`, carol, 'callTaker')
  expect(reads).toBe(0)
  await read<SheetRecord>(`sheets/${sheetId(12)}`, carol, 'roomLead')
  expect(reads).toBe(1)
})

test('[G5] a faulty question is refused by the name of its field, a missing sheet as missing', async () => {
  const faults = [
    ['sheets?crisis=x', 400, 'crisis'],
    [`sheets?crisis=${crisis}&limit=5000`, 400, 'limit'],
    [`sheets?crisis=${crisis}&text=${'x'.repeat(300)}`, 400, 'text'],
    [`sheets?crisis=${crisis}&phone=0612`, 400, 'phone'],
    [`logbook?crisis=${crisis}&text=a&text=b`, 400, 'text'],
    ['sheets/..%2f..%2fetc', 400, 'id'],
    [`sheets/${sheetId(999)}`, 404, null],
    [`logbook.csv?crisis=${sheetId(998)}`, 404, null],
  ] as const
  for (const [path, status, field] of faults) {
    const response = await ask(path, alice, 'roomLead')
    const body = (await response.json()) as { field: string | null }
    expect([path, response.status, body.field]).toEqual([path, status, field])
  }
})

test('[L4] the installation’s own journal is for the administrator and the quality mission', async () => {
  expect((await ask('logbook?crisis=standing', alice, 'roomLead')).status).toBe(403)
  const page = await read<Page<LogLine>>('logbook?crisis=standing', alice, 'quality')
  expect(page.rows.map(({ fr }) => fr)).toEqual(['Connexion refusée (identifiant inconnu)'])
})

test('[L6] the CSV opens in a spreadsheet, runs nothing and says EXERCICE on every line', async () => {
  const response = await ask(`logbook.csv?crisis=${crisis}`, alice, 'callTaker')
  expect(response.headers.get('content-disposition')).toContain('EXERCICE-main-courante.csv')
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf])
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n')
  expect(lines[0]?.split(';').slice(0, 5)).toEqual(['N°', 'Nature', 'Date', 'Heure', 'Instant'])
  expect(lines).toHaveLength(7)
  for (const line of lines.slice(1)) expect(line.split(';')[1]).toBe('EXERCICE')
  expect(lines.join()).toContain(`"'=HYPERLINK(""x"")"`)
  state = stateOf('real')
  const real = await (await ask(`logbook.csv?crisis=${crisis}`, alice, 'callTaker')).text()
  expect(real).not.toContain('EXERCICE')
})

test('[G13] whoever has taken the call-back reads whom to call, and nobody else of the desk', async () => {
  const path = `sheets/${sheetId(16)}`
  const holder = await read<SheetRecord>(path, carol, 'callTaker')
  expect(holder.sheet.personal?.caller?.phone).toBe('+33612345678')
  const other = await read<SheetRecord>(path, bob, 'callTaker')
  expect(other.sheet.personal?.caller?.phone).toBe('•• •• •• •• 78')
})

test('[G15] what is asked sees everything that was acknowledged before, an export too', async () => {
  const note = async (n: number, text: string) => {
    const head = await journal.head()
    await journal.append(
      [{ ...draft(n, alice, { type: 'journal.noted', text, happenedAt: null }), crisis }],
      head,
    )
    tell(followers, await journal.read(head, 1))
    state = { ...state, seq: head + 1 }
  }
  for (const [n, text] of ['Digue percée', 'Gymnase ouvert'].entries()) {
    await note(20 + n, text)
    const page = await read<Page<LogLine>>(`logbook?crisis=${crisis}&text=${text}`, alice, 'roomLead')
    expect(page.rows).toHaveLength(1)
  }
  await note(22, 'Sacs de sable')
  expect(await (await ask(`logbook.csv?crisis=${crisis}`, alice)).text()).toContain('Sacs de sable')
})

test('[G101] what is asked of a register that is being rebuilt says so, and an export is whole or refused', async () => {
  const whole = await (await ask(`logbook.csv?crisis=${crisis}`, alice)).text()
  {
    using database = new DatabaseSync(join(folder, 'register.sqlite'))
    database.exec("DELETE FROM lines; INSERT INTO lines_index (lines_index) VALUES ('delete-all')")
  }
  // The journal does not answer: it stays as it is found.
  const reading = journal.read.bind(journal)
  journal.read = () => Promise.reject(new JournalUnavailable('away'))
  const refused = await ask(`logbook.csv?crisis=${crisis}`, alice)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
  expect(await refused.json()).toMatchObject({ code: 'register.rebuilding' })
  for (const path of [`series?crisis=${crisis}&since=${t0}`, `sheets/${sheetId(10)}`]) {
    expect([path, (await ask(path, alice, 'roomLead')).status]).toEqual([path, 503])
  }
  const page = await read<Page<LogLine>>(`logbook?crisis=${crisis}`, alice, 'roomLead')
  expect(page).toMatchObject({ rows: [], indexing: { done: 0, total: await journal.head() } })

  journal.read = reading
  await register.waitFor(await journal.head())
  expect(await (await ask(`logbook.csv?crisis=${crisis}`, alice)).text()).toBe(whole)
})
