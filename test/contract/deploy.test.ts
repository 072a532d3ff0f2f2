import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'
import { freePort } from '../support/free-port.ts'
import { bringOut } from '../support/publication.ts'

const deploy = join(import.meta.dirname, '../../scripts/deploy')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-deploy-'))
  // As the guide says: the group passes, and reads nothing.
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

test('[S201] nginx serves the page from the console, and from its folder once the console is down; nothing else', async () => {
  const dataDir = join(folder, 'data')
  await mkdir(dataDir, { mode: 0o711 })
  const umask = process.umask(0o077)
  const app = await TestApp.start({ journal: 'sqlite', dataDir })
  const { sent } = await bringOut(app, await openCrisis(await app.console('switchboard'), 'real'))
  expect(sent).toMatchObject({ status: 'recorded' })
  await vi.waitFor(
    async () => expect(await (await fetch(`${app.url}/info`)).text()).toContain('Montez'),
    20_000,
  )
  const port = await freePort()
  const listen = `listen 127.0.0.1:${port};`
  const file = await configuration({ listen, console: app.url, data: dataDir })
  // Plain HTTP here: the certificate is the other test's.
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll(/ssl_certificate\S* .*;/g, ''))
  const nginx = spawn('nginx', ['-c', file, '-e', join(folder, 'error.log')], { stdio: 'ignore' })
  const ended = once(nginx, 'exit')
  try {
    const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
    await vi.waitFor(async () => expect((await get('/healthz')).status).toBe(200), 20_000)
    expect((await get('/metrics')).status).toBe(404)
    expect((await get('/info')).headers.get('etag')).toBe(
      (await fetch(`${app.url}/info`)).headers.get('etag'),
    )
    const index = join(dataDir, 'public/info/current/index.html')
    await vi.waitFor(async () => expect(await readFile(index, 'utf8')).toContain('Montez'), 20_000)
    const modes = [index, join(index, '..'), join(dataDir, 'public/info')].map(
      async (path) => (await stat(path)).mode & 0o777,
    )
    expect(await Promise.all(modes)).toEqual([0o640, 0o750, 0o750])
    const exercise = join(dataDir, 'public/exercice')
    await vi.waitFor(async () => expect((await stat(exercise)).mode & 0o077).toBe(0), 20_000)
    expect((await stat(join(dataDir, 'journal.sqlite'))).mode & 0o077).toBe(0)
    expect((await stat(join(dataDir, 'master.key'))).mode & 0o077).toBe(0)
    // The folder's group is this test's; nginx's own user is in none of its groups here, so it is let in by hand.
    execFileSync('chmod', ['-R', 'o+rX', join(dataDir, 'public/info')])
    await chmod(join(dataDir, 'public'), 0o711)
    await app.stop()
    for (const path of ['/info', '/info/', '/info/atom.xml', '/info/cap.atom']) {
      const page = await get(path)
      expect([path, page.status, await page.text()]).toEqual([path, 200, expect.stringContaining('Montez')])
    }
    for (const path of ['/exercice/info', '/metrics', '/readyz', '/'])
      expect((await get(path)).status).toBe(502)
    expect((await get('/info/../journal.sqlite')).status).toBe(502)
    expect((await get('/info/nothing.xml')).status).toBe(404)
  } finally {
    process.umask(umask)
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
