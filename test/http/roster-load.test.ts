import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestApp } from '../support/app.ts'
import type { MemberId } from '#shared/lib/id.ts'
import type { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { sessionOf } from '../support/accounts.ts'
import { commandId } from '../support/drafts.ts'
import { member } from '../support/members.ts'
import { encodeRoster, fictionalRoster } from '../support/rosters/fictional.ts'

let app: TestApp

beforeAll(async () => {
  app = await TestApp.start({ environment: { DEPARTMENTS: '95' } })
})
afterAll(() => app[Symbol.asyncDispose]())

function preview(file: Uint8Array): Promise<Response> {
  return fetch(`${app.url}/api/roster/preview`, {
    method: 'POST',
    headers: {
      'x-cip-console': '1',
      'content-type': 'application/octet-stream',
      cookie: sessionOf(app.url, 'hr').cookie,
    },
    body: new Uint8Array(file),
  })
}

const large = encodeRoster(fictionalRoster({ members: 5_000, faulty: false }), 'windows-1252')

test('[R244] while a file of 5,000 lines is read, everybody else is answered', async () => {
  let isRead = false
  const reading = preview(large).finally(() => (isRead = true))
  for (let asked = 0; asked < 20; asked += 1) {
    await (await fetch(`${app.url}/api/installation`)).arrayBuffer()
  }
  // Read on the server's own loop, nobody is answered between the file's arrival and its preview.
  expect(isRead).toBe(false)
  const { preview: shown } = (await (await reading).json()) as { preview: { rows: unknown[] } }
  expect(shown.rows).toHaveLength(5_000)
})

test('[R245] a few files are read one after the other; more are told to come again', async () => {
  const small = encodeRoster(fictionalRoster({ members: 3, faulty: false }), 'utf-8')
  const answers = await Promise.all(
    Array.from(
      { length: 8 },
      async () => (await preview(small)).json() as Promise<{ ok: boolean; refusal?: object }>,
    ),
  )
  const refused = answers.filter(({ ok }) => !ok)
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(4)
  for (const { refusal } of refused) expect(refusal).toEqual({ code: 'file.busy', detail: null })
  expect(refused.length).toBeGreaterThan(0)
  expect(await (await preview(small)).json()).toMatchObject({ ok: true })
})

test('[R271] [R274] while 5,000 members are recorded others are answered, and every console is told them in frames of a few hundred', async () => {
  const [hr, other, watching] = await Promise.all([
    app.console('hr'),
    app.console('hr'),
    app.console('callTaker'),
  ])
  const members = Array.from({ length: 5_000 }, (_, n) => ({
    id: null,
    member: member(n, { distanceKm: 1 }),
  }))
  const seen: number[] = []
  watching.onChange(() => seen.push(watching.state.seq))
  let isRecorded = false
  const importing = hr
    .submit({ type: 'roster.import', members, remove: [] })
    .finally(() => (isRecorded = true))
  const unknown = `${commandId(9)}.0` as MemberId
  // Held back by the list, it would be answered after it.
  expect(await other.submit({ type: 'roster.remove', id: unknown })).toMatchObject({ status: 'refused' })
  expect(isRecorded).toBe(false)

  expect(await importing).toMatchObject({ status: 'recorded' })
  const poolOf = ({ state }: HeadlessConsole) => state.standing.roster.members
  for (const console of [hr, other, watching]) {
    await console.until(() => Object.keys(poolOf(console)).length === 5_000)
  }
  expect(poolOf(other)).toEqual(poolOf(hr))
  const steps = seen.map((seq, n) => seq - (seen[n - 1] ?? seq))
  expect(Math.max(...steps)).toBeLessThanOrEqual(500)
})
