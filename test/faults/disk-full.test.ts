import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CommandId } from '#shared/lib/id.ts'
import { readConfig } from '#server/config.ts'
import { openJournal } from '#server/journal/open.ts'
import { sqliteRows } from '#server/journal/stored-rows.ts'
import { verifyChain } from '#server/journal/verify-chain.ts'
import { HeadlessConsole, newCommandId } from '#scripts/headless/headless-console.ts'
import { sessionOf } from '../support/accounts.ts'
import { openCrisis } from '../support/crises.ts'
import { type DiskTrouble, failingDisk, fullDisk, mayMount } from '../support/disk-trouble.ts'
import { freePort } from '../support/free-port.ts'
import { readAll } from '../support/fold.ts'
import { ServerProcess } from '../support/process.ts'

/** A few hundred lines of the logbook (bytes). */
const roomLeft = 1024 * 1024
const text = 'Le pont de Persan est coupé. '.repeat(60)

/** Writes in the logbook until the server cannot take it: what it confirmed, and the line that now waits. */
async function writeUntilRefused(console: HeadlessConsole) {
  const confirmed: CommandId[] = []
  for (;;) {
    const id = newCommandId()
    const sent = await console.submit({ type: 'journal.note', text, happenedAt: null }, id)
    if (sent.status === 'refused') throw new Error(sent.refusal.code)
    if (sent.status === 'pending') return { confirmed, waiting: id }
    confirmed.push(id)
  }
}

async function readiness(url: string): Promise<number> {
  return (await fetch(`${url}/readyz`)).status
}

/** The commands of the logbook's lines that are stored, in order. Stops the server. */
async function notedIn(environment: Readonly<Record<string, string>>, server: ServerProcess) {
  expect(await server.kill('SIGTERM')).toBe(0)
  await using journal = await openJournal(readConfig(environment), () => {})
  const noted = (await readAll(journal)).filter(({ event }) => event.type === 'journal.noted')
  return noted.map(({ command }) => command)
}

async function fillUpAndGoOn(disk: DiskTrouble) {
  const environment = { DATA_DIR: disk.folder }
  await using server = await ServerProcess.start(environment)
  const { url } = server
  await using lead = await HeadlessConsole.connect(sessionOf(url, 'roomLead'))
  await using taker = await HeadlessConsole.connect(sessionOf(url, 'callTaker'))
  const crisis = await openCrisis(lead)
  await taker.follow(crisis)
  await using reader = await HeadlessConsole.connect(sessionOf(url, 'approver'), { crisis })

  disk.leave(roomLeft, server.pid)
  const written = await Promise.all([lead, taker].map(writeUntilRefused))
  const waiting = written.map((one) => one.waiting)
  expect(written.flatMap((one) => one.confirmed).length).toBeGreaterThan(10)
  expect([...lead.outbox, ...taker.outbox].map(({ envelope }) => envelope.id)).toEqual(waiting)

  await reader.until(() => !reader.view.isStoring)
  // Whoever watches the machine is told; who is there reads on, and so do who comes and the public.
  expect(await readiness(url)).toBe(503)
  await using newcomer = await HeadlessConsole.connect(sessionOf(url, 'specialist'), { crisis })
  expect(newcomer.crisis.activation.title).toBe(lead.crisis.activation.title)
  expect(newcomer.view.isStoring).toBe(false)
  expect((await fetch(`${url}/info`)).status).toBe(200)

  disk.relieve(server.pid)
  for (const console of [lead, taker]) await console.until(() => console.outbox.length === 0)
  expect(await readiness(url)).toBe(200)
  await Promise.all([reader, newcomer].map((console) => console.until(() => console.view.isStoring)))
  const all = [...written.flatMap((one) => one.confirmed), ...waiting]
  expect((await notedIn(environment, server)).toSorted()).toEqual(all.toSorted())
  expect(await verifyChain(sqliteRows(disk.folder))).toMatchObject({ broken: null })
}

/** Only where one may mount a file system; a failing disk is tested everywhere. */
const onFullDisk = test.skipIf(!mayMount())

onFullDisk(
  '[X10] [N21] a disk that is full costs nothing that was acknowledged, and every console is told',
  async () => {
    using disk = fullDisk()
    await fillUpAndGoOn(disk)
  },
)

test('[X10] [N21] a disk that fails costs nothing that was acknowledged, and every console is told', async () => {
  using disk = failingDisk()
  await fillUpAndGoOn(disk)
})

onFullDisk('[J25] a start on a full disk is refused in words, and succeeds once there is room', async () => {
  using disk = fullDisk()
  await using server = await ServerProcess.start({ DATA_DIR: disk.folder })
  const { pid } = server
  expect(await server.kill('SIGTERM')).toBe(0)
  disk.leave(0, pid)
  await expect(server.start()).rejects.toThrow(
    /ended with code 1: the disk of the journal is full: make room/,
  )
  // Nor does a first start leave half a master key, which the next would refuse.
  const first = { config: readConfig({ DATA_DIR: join(disk.folder, 'first') }), warn: () => {} }
  disk.leave(0, pid)
  await expect(openJournal(first.config, first.warn)).rejects.toThrow('ENOSPC')
  disk.relieve(pid)
  await server.start()
  await using journal = await openJournal(first.config, first.warn)
  expect(await journal.head()).toBe(0)
})

test('[X11] a log on a full disk stops nothing', async () => {
  const log = openSync('/dev/full', 'w')
  const folder = await mkdtemp(join(tmpdir(), 'cip-log-'))
  const port = await freePort()
  const env = { PATH: process.env['PATH'], DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'debug' }
  const server = spawn(process.execPath, ['server/main.ts'], { env, stdio: ['ignore', log, log] })
  const url = `http://127.0.0.1:${port}`
  await expect.poll(() => readiness(url).catch(() => null)).toBe(200)
  server.kill('SIGTERM')
  expect(await once(server, 'exit')).toEqual([0, null])
  closeSync(log)
  await rm(folder, { recursive: true })
})
