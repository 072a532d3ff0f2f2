import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles, type Role } from '#shared/access/roles.ts'
import type { CrisisId, SheetId } from '#shared/lib/id.ts'
import type { Page, SheetRow } from '#shared/register/queries.ts'
import { hour } from '#shared/lib/time.ts'
import { newCommandId, type HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { sessionOf } from '../support/accounts.ts'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'
import { content, logCall } from '../support/sheets.ts'

/*
 * Words planted in every text of a sheet, looked for in everything that leaves the server, for every role.
 */

/** What was said, one word for each text that holds some. */
const said = ['gravillon', 'pantoufle', 'saxifrage', 'quenouille', 'belladone']
/** Who it was: in fields of their own and repeated in the texts, and a second number in the texts alone. */
const identities = [
  'Zorglub',
  'Ursuline',
  'Tartempion',
  '612345678',
  '06 12 34 56 78',
  '745123456',
  '07.45.12.34.56',
]
const passedOn = ['mirabelle', 'chanterelle', 'roquefort']
const personal = {
  caller: {
    name: 'Ursuline Zorglub',
    phone: '+33612345678',
    address: '3 rue Tartempion',
    language: null,
    relation: 'tante de Zorglub, gravillon',
  },
  sought: null,
  note: 'pantoufle, Ursuline ZORGLUB au 06 12 34 56 78',
  request: 'saxifrage, voir zorglub',
  answer: 'quenouille, rappeler le 07.45.12.34.56',
}
const facts = content({
  redirectedTo: 'mirabelle',
  upward: { fact: 'chanterelle', place: 'roquefort', seenAt: null, firstHand: true },
})
const leads: readonly Role[] = ['roomLead', 'teamLead']
const takers: readonly Role[] = ['callTaker', 'specialist']

let app: TestApp
let crisis: CrisisId
let sheet: SheetId
let frames: ReadonlyMap<Role, readonly string[]>
const logged: string[] = []

beforeAll(async () => {
  app = await TestApp.start({ log: (line) => logged.push(line), environment: { LOG_LEVEL: 'debug' } })
  const lead = await app.console('roomLead')
  crisis = await openCrisis(lead, 'real')
  frames = await watchEverybody()
  // Its author is a lead, so that no role of the table is the author's own but that one.
  sheet = newCommandId() as unknown as SheetId
  const callback = { dueAt: Date.now() + hour }
  const planted = { ...logCall({ content: facts, callback, personal }) }
  const recorded = await lead.submit(
    { ...planted, content: { ...facts, startedAt: Date.now() } },
    sheet as never,
  )
  expect(recorded.status).toBe('recorded')
  const noAnswer = { kind: 'noAnswer', dueAt: Date.now() + hour } as const
  const note = 'belladone, Mme Zorglub est au 07 45 12 34 56'
  await lead.submit({ type: 'calls.closeCallback', sheet, result: noAnswer, note })
  await lead.submit({
    type: 'calls.correct',
    sheet,
    revision: 1,
    content: { ...facts, startedAt: Date.now(), outcome: 'escalated' },
    callback: null,
    personal,
  })
  await Promise.all(watching.map((console) => console.until(() => console.state.seq === lead.state.seq)))
})
afterAll(() => app[Symbol.asyncDispose]())

const watching: HeadlessConsole[] = []

/** What each role's console holds, at each change: the frames as they were applied. */
async function watchEverybody(): Promise<ReadonlyMap<Role, readonly string[]>> {
  const held = new Map<Role, string[]>()
  for (const role of roles) {
    const console = await app.console(role, crisis)
    const states: string[] = []
    held.set(role, states)
    watching.push(console)
    console.onChange(() => states.push(JSON.stringify(console.state)))
  }
  return held
}

async function get(path: string, role: Role | null): Promise<string> {
  const headers: Record<string, string> = role === null ? {} : { cookie: sessionOf(app.url, role).cookie }
  return (await fetch(`${app.url}${path}`, { headers })).text()
}

async function find(text: string, role: Role): Promise<number> {
  const query = new URLSearchParams({ crisis, text })
  const page = JSON.parse(await get(`/api/register/sheets?${query.toString()}`, role)) as Page<SheetRow>
  return page.rows.length
}

/** Everything a role can be given: live from the first frame and by snapshot, and every answer of the register. */
async function everythingFor(role: Role): Promise<string> {
  const snapshot = await app.console(role, crisis)
  const at = encodeURIComponent('+33612345678')
  const paths = [
    `/api/register/sheets?crisis=${crisis}`,
    `/api/register/sheets?crisis=${crisis}&phone=${at}`,
    `/api/register/sheets/${sheet}`,
    `/api/register/logbook?crisis=${crisis}`,
    `/api/register/logbook?crisis=standing`,
    `/api/register/logbook.csv?crisis=${crisis}`,
    `/api/register/series?crisis=${crisis}&since=0`,
    '/api/access/me',
    '/exercice/info',
  ]
  const answers = await Promise.all(paths.map((path) => get(path, role)))
  return [JSON.stringify(snapshot.state), ...(frames.get(role) ?? []), ...answers].join('\n')
}

test.each(roles)(
  '[C222] %s receives, by any way out, what the clearance table lets through',
  async (role) => {
    const all = await everythingFor(role)
    const isRoom = [...leads, ...takers].includes(role)
    for (const word of said) expect([word, all.includes(word)]).toEqual([word, isRoom])
    for (const word of passedOn) expect([word, all.includes(word)]).toEqual([word, true])
    const shown = identities.filter((word) => all.toLowerCase().includes(word.toLowerCase()))
    if (leads.includes(role)) expect(shown).toContain('Zorglub')
    else expect(shown).toEqual([])
  },
)

test.each(roles)('[G220] %s finds a sheet by what they may read, and by nothing else', async (role) => {
  const isRoom = [...leads, ...takers].includes(role)
  const isLead = leads.includes(role)
  for (const word of said.slice(1)) expect([word, await find(word, role)]).toEqual([word, isRoom ? 1 : 0])
  for (const word of passedOn) expect([word, await find(word, role)]).toEqual([word, 1])
  for (const word of ['zorglub', 'ursuline', 'tartempion', '07 45 12 34 56', '0745', '0612']) {
    expect([word, await find(word, role)]).toEqual([word, isLead ? 1 : 0])
  }
  // The caller has just said it: the room recognises who calls twice.
  expect(await find('06 12 34 56 78', role)).toBe(isRoom ? 1 : 0)
})

test('[C222] neither the public nor the log is told any of it', async () => {
  const open = ['/info', '/info/feed.atom', '/info/feed.json', '/healthz', '/api/installation']
  const measured = ['/metrics', '/status'].map(async (path) => (await fetch(app.watchUrl + path)).text())
  const all = await Promise.all([...open.map((path) => get(path, null)), ...measured])
  const told = [...all, ...logged].join('\n')
  for (const word of [...said, ...identities, ...passedOn]) {
    expect([word, told.includes(word)]).toEqual([word, false])
  }
})
