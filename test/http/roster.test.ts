import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp, type App } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { MemoryJournal } from '#server/journal/memory.ts'
import { createLogger } from '#server/lib/logger.ts'
import { RosterPreview } from '#shared/roster/preview.ts'
import { encodeRoster, fictionalLinesOut, fictionalRoster } from '../support/rosters/fictional.ts'

let app: App
let cookie: string
const own = { 'x-cip-console': '1' }

beforeAll(async () => {
  app = await createApp({
    config: readConfig({
      PORT: '0',
      DEPARTMENTS: '95',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'cip-roster-')),
    }),
    journal: new MemoryJournal(),
    logger: createLogger('silent'),
    consoleFolder: null,
  })
  const token = new URL(app.setUpUrl ?? '').hash.split('=').at(-1)
  const response = await fetch(`${app.url}/api/access/set-up`, {
    method: 'POST',
    headers: { ...own, 'content-type': 'application/json' },
    body: JSON.stringify({ token, login: 'alice', name: 'Alice Roux', password: 'correct horse battery' }),
  })
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
})
afterAll(() => app.close())

type Asking = Readonly<{ query?: string; headers?: Readonly<Record<string, string>> }>

function preview(body: Uint8Array<ArrayBuffer>, { query = '', headers = { cookie } }: Asking = {}) {
  return fetch(`${app.url}/api/roster/preview${query}`, {
    method: 'POST',
    headers: { ...own, 'content-type': 'application/octet-stream', ...headers },
    body,
  })
}
const roster = new Uint8Array(encodeRoster(fictionalRoster({}), 'windows-1252'))

test('[R40] a file’s bytes become a preview and nothing is stored', async () => {
  const response = await preview(roster)
  const { ok, preview: shown } = (await response.json()) as { ok: boolean; preview: unknown }
  expect([response.status, ok]).toEqual([200, true])
  const { counts, encoding } = RosterPreview.parse(shown)
  expect(encoding).toBe('windows-1252')
  expect(counts).toMatchObject({ added: 120 - fictionalLinesOut.length, faulty: fictionalLinesOut.length })
  const again = (await (await preview(roster)).json()) as { preview: RosterPreview }
  expect(again.preview.counts.added).toBe(counts.added)
})

test('[R40] what the person says of the columns is heard; nonsense is refused by its name', async () => {
  const width = RosterPreview.parse(
    ((await (await preview(roster)).json()) as { preview: unknown }).preview,
  ).columns
  const mapping = encodeURIComponent(JSON.stringify(width.map(() => null)))
  const ignored = (await (await preview(roster, { query: `?mapping=${mapping}` })).json()) as {
    preview: RosterPreview
  }
  expect(ignored.preview.missing).toEqual(['lastName', 'firstName', 'phone'])
  for (const query of ['?mapping=%7B', '?mapping=%5B%22nonsense%22%5D', '?encoding=klingon']) {
    const response = await preview(roster, { query })
    expect([query, response.status]).toEqual([query, 400])
    expect(((await response.json()) as { field: string }).field).toMatch(/^(mapping|encoding)/)
  }
})

test('[R40] strangers read nothing, 10 MB are not read, a workbook is refused in words', async () => {
  expect((await preview(roster, { headers: {} })).status).toBe(401)
  expect((await preview(new Uint8Array(10 * 1024 * 1024))).status).toBe(413)
  const workbook = await preview(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))
  expect(await workbook.json()).toMatchObject({ ok: false, refusal: { code: 'file.spreadsheet' } })
})
