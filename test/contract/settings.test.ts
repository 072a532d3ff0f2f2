import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compileCache } from '../support/compile-cache.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-settings-'))
  await writeFile(join(folder, 'file'), '')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Environment = Readonly<Record<string, string>>

/** The server's process under these settings, which are expected to end it. */
async function start(settings: Environment): Promise<Readonly<{ code: number; said: string }>> {
  const given = { PORT: '0', DATA_DIR: join(folder, 'data'), ...settings }
  const env = { PATH: process.env['PATH'], ...compileCache, ...given }
  const child = spawn(process.execPath, ['server/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  // What starts all the same says where its data lie.
  child.stdout.on('data', (told: Buffer) => told.includes('Données') && child.kill('SIGKILL'))
  const said = text(child.stderr)
  const [code] = (await once(child, 'exit')) as [number]
  return { code, said: await said }
}

const unread = '{folder}'
/**
 * By setting, a value that cannot be used; `{folder}` is one of the test's own. One of those that the configuration's
 * reading refuses (all of them: J200), and each that only the machine can refuse.
 */
const wrong: Readonly<Record<string, Environment>> = {
  PUBLIC_BASE_URL: { PUBLIC_BASE_URL: 'cip.example.fr' },
  BIND_HOST: { BIND_HOST: 'eth0' },
  'BIND_HOST of another machine': { BIND_HOST: '192.0.2.7' },
  'BIND_HOST in brackets': { BIND_HOST: '[::1]' },
  'DATA_DIR a file': { DATA_DIR: `${unread}/file` },
  'DATA_DIR under a file': { DATA_DIR: `${unread}/file/data` },
  'REDIS_URL of nobody': { JOURNAL: 'redis', REDIS_URL: 'redis://127.0.0.1:1' },
  'MASTER_KEY_FILE a folder': { MASTER_KEY_FILE: unread },
  'MASTER_KEY_FILE under a file': { DATA_DIR: `${unread}/other`, MASTER_KEY_FILE: `${unread}/file/key` },
  'METRICS_LISTEN of no address': { METRICS_LISTEN: 'eth0:9464' },
}

test.each(Object.entries(wrong))(
  '[J201] a server told a wrong %s ends with that name in one line',
  async (title, given) => {
    const settings = Object.entries(given).map(([name, value]) => [name, value.replace(unread, folder)])
    const { code, said } = await start(Object.fromEntries(settings) as Environment)
    expect(said).toMatch(/^[^\n]+\n$/)
    expect(said).toContain(title.split(' ')[0])
    expect(code).toBe(1)
  },
)

test('[J201] a port that another program holds is named, that of the measures too', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const port = String((other.address() as AddressInfo).port)
  expect((await start({ PORT: port })).said).toMatch(/^PORT: \d+ is taken by another program[^\n]+\n$/)
  expect((await start({ METRICS_LISTEN: port })).said).toMatch(/^METRICS_LISTEN: \d+ is taken[^\n]+\n$/)
  other.close()
})
