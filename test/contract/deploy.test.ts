import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Role } from '#shared/access/roles.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { sessionOf } from '../support/accounts.ts'
import { openCrisis } from '../support/crises.ts'
import { mayMount } from '../support/disk-trouble.ts'
import { freePort } from '../support/free-port.ts'
import { ServerProcess } from '../support/process.ts'
import { bringOut } from '../support/publication.ts'
import { eventually } from '../support/eventually.ts'

const deploy = join(import.meta.dirname, '../../scripts/deploy')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-deploy-'))
  // As /var/lib is: everybody passes.
  await chmod(folder, 0o711)
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }))

type Changes = Readonly<{ listen: string; console: string; data: string }>

/** The delivered file inside a configuration of its own, with what an installation changes in it. */
async function configuration({ listen, console, data }: Changes): Promise<string> {
  const delivered = await readFile(join(deploy, 'nginx-cip.conf'), 'utf8')
  const site = delivered
    .replace('listen 443 ssl http2;', listen)
    .replaceAll('/etc/ssl/cip.', join(folder, 'cip.'))
    .replaceAll('http://127.0.0.1:3000', console)
    .replaceAll('/var/lib/cip', data)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((what) => `${what}_temp_path ${folder}/${what};`)
    .join('\n')
  const file = join(folder, 'nginx.conf')
  await writeFile(
    file,
    `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events {}
http { access_log off;
${temporary}
${site}
}`,
  )
  return file
}

test('[S200] the delivered nginx file loads as it stands, but for name and certificate', async () => {
  const subject = [
    '-subj',
    '/CN=cip.example.fr',
    '-keyout',
    join(folder, 'cip.key'),
    '-out',
    join(folder, 'cip.pem'),
  ]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject], { stdio: 'ignore' })
  const listen = 'listen 443 ssl http2;'
  const file = await configuration({ listen, console: 'http://127.0.0.1:3000', data: '/var/lib/cip' })
  const { status, stderr } = spawnSync('nginx', ['-t', '-c', file, '-e', join(folder, 'error.log')], {
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, expect.stringContaining('test is successful')])
})

/** As root, nginx's own user reads what its group lets it read; else it is this user, whose files these are. */
const isRoot = mayMount()
const group = 64_001

/** The console's process has the group of its unit; as root it keeps the right to read this repository, wherever that is. */
async function consoleScript(): Promise<string> {
  const script = join(folder, 'console.ts')
  const asItsUnit = isRoot ? `process.setgroups([]); process.setgid(${group});` : ''
  const main = join(import.meta.dirname, '../../server/main.ts')
  await writeFile(script, `${asItsUnit} process.umask(0o077); await import(${JSON.stringify(main)})`)
  return script
}

/** As root: with www-data in the group, as `usermod -aG cip www-data` does, in a name space where that harms nobody. */
async function startNginx(file: string): Promise<ChildProcess> {
  const args = ['-c', file, '-e', join(folder, 'error.log')]
  if (!isRoot) return spawn('nginx', args, { stdio: 'ignore' })
  await writeFile(file, `user www-data;\n${await readFile(file, 'utf8')}`)
  const groups = join(folder, 'group')
  await writeFile(groups, `${await readFile('/etc/group', 'utf8')}cip:x:${group}:www-data\n`)
  const within = `mount --bind ${groups} /etc/group && exec nginx "$@"`
  return spawn('unshare', ['--mount', 'sh', '-c', within, 'sh', ...args], { stdio: 'ignore' })
}

/** The folder's page has no such header; the console's has. */
const isFromConsole = (page: Response) =>
  page.headers.get('cache-control')?.includes('stale-if-error') === true

test('[S201] nginx serves the page from the console, from its folder while it is killed, and nothing else', async () => {
  const dataDir = join(folder, 'data')
  await mkdir(dataDir)
  await chmod(dataDir, 0o710)
  if (isRoot) await chown(dataDir, 0, group)
  const script = await consoleScript()
  await using server = await ServerProcess.start({ DATA_DIR: dataDir }, script)
  const consoles: HeadlessConsole[] = []
  const connect = async (role: Role, crisis: CrisisId | null = null) => {
    const console = await HeadlessConsole.connect(sessionOf(server.url, role), { crisis })
    consoles.push(console)
    return console
  }
  const crisis = await openCrisis(await connect('switchboard'), 'real')
  const { message, sent } = await bringOut({ console: connect }, crisis)
  expect(sent).toMatchObject({ status: 'recorded' })
  const port = await freePort()
  const listen = `listen 127.0.0.1:${port};`
  const file = await configuration({ listen, console: server.url, data: dataDir })
  // Plain HTTP here: the certificate is the other test's.
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll(/ssl_certificate\S* .*;/g, ''))
  const nginx = await startNginx(file)
  const ended = once(nginx, 'exit')
  try {
    const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
    const index = join(dataDir, 'public/info/current/index.html')
    const isWritten = (words: string) =>
      eventually(async () => expect(await readFile(index, 'utf8')).toContain(words))
    await eventually(async () => expect((await get('/healthz')).status).toBe(200))
    expect((await get('/metrics')).status).toBe(404)
    await isWritten('Montez')
    expect(isFromConsole(await get('/info'))).toBe(true)
    const modes = [index, join(index, '..'), join(dataDir, 'public/info'), join(dataDir, 'public')].map(
      async (path) => (await stat(path)).mode & 0o777,
    )
    expect(await Promise.all(modes)).toEqual([0o640, 0o750, 0o750, 0o750])
    const exercise = join(dataDir, 'public/exercice')
    await eventually(async () => expect((await stat(exercise)).mode & 0o077).toBe(0))
    for (const kept of ['journal.sqlite', 'master.key'])
      expect((await stat(join(dataDir, kept))).mode & 0o077).toBe(0)

    await server.kill('SIGKILL')
    for (const path of ['/info', '/info/', '/info/atom.xml', '/info/cap.atom']) {
      const page = await get(path)
      expect([path, page.status, await page.text()]).toEqual([path, 200, expect.stringContaining('Montez')])
      expect(isFromConsole(page)).toBe(false)
    }
    for (const path of ['/exercice/info', '/metrics', '/readyz', '/', '/info/../journal.sqlite'])
      expect([path, (await get(path)).status]).toEqual([path, 502])
    expect((await get('/info/nothing.xml')).status).toBe(404)

    // Back, it takes over by itself; and what it publishes then is read in its turn.
    await server.start(script)
    expect(isFromConsole(await get('/info'))).toBe(true)
    const comms = await connect('comms', crisis)
    await comms.submit({ type: 'messages.withdraw', message, reason: 'Danger écarté.' })
    await isWritten('Danger écarté.')
    await server.kill('SIGKILL')
    expect(await (await get('/info')).text()).toContain('Danger écarté.')
  } finally {
    for (const console of consoles) console.close()
    nginx.kill('SIGTERM')
    await ended
  }
})

const analyze = existsSync('/usr/bin/systemd-analyze')
test.skipIf(!analyze)(
  `[S202] systemd finds nothing in the delivered units${analyze ? '' : ' (SKIPPED: no systemd-analyze)'}`,
  async () => {
    for (const unit of ['cip.service', 'cip-backup.service', 'cip-backup.timer']) {
      // The program and its user are the installation's: here they are replaced by what every machine has.
      const text = await readFile(join(deploy, unit), 'utf8')
      await writeFile(
        join(folder, unit),
        text
          .replaceAll('/opt/cip/current/node_modules/.bin/node', '/bin/true')
          .replace('User=cip', 'User=root'),
      )
    }
    for (const unit of ['cip.service', 'cip-backup.service', 'cip-backup.timer']) {
      const { status, stderr } = spawnSync('systemd-analyze', ['verify', join(folder, unit)], {
        encoding: 'utf8',
      })
      const ours = stderr.split('\n').filter((line) => line.includes('cip'))
      expect([unit, status, ours]).toEqual([unit, 0, []])
    }
  },
)
