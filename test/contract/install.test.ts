import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fullDisk, mayMount } from '../support/disk-trouble.ts'
import { freePort } from '../support/free-port.ts'
import { SmallClone } from '../support/small-clone.ts'
import { fakeSystemctl, user } from '../support/units.ts'

/*
 * The delivered script in a process of its own, with the delivered units, on a clone in miniature (small-clone.ts). Only
 * systemd is ours: test/support/units.ts runs the units as it would.
 */

// Many processes one after the other: a loaded machine takes its time.
vi.setConfig({ testTimeout: 300_000 })

let folder: string
let prefix: string
let port: number
let clone: SmallClone
let systemd: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cip-install-'))
  chmodSync(folder, 0o755)
  prefix = join(folder, 'opt')
  clone = new SmallClone(join(folder, 'clone'))
  port = await freePort()
  for (const place of ['data', 'backups']) {
    mkdirSync(join(folder, place))
    if (process.getuid?.() === 0) chownSync(join(folder, place), user, user)
  }
  systemd = join(folder, 'systemd')
})
afterEach(() => {
  if (existsSync(join(systemd, 'pid')))
    spawnSync('kill', ['-9', readFileSync(join(systemd, 'pid'), 'utf8').trim()])
  rmSync(folder, { recursive: true })
})

function setUp(): void {
  fakeSystemctl(systemd, {
    '/opt/cip': prefix,
    '/var/lib/cip': join(folder, 'data'),
    '/var/backups/cip': join(folder, 'backups'),
    'PORT=3000': `PORT=${port}`,
  })
}

const start = () => execFileSync(join(systemd, 'systemctl'), ['restart', 'cip.service'])

type Environment = Readonly<Record<string, string>>

async function install(args: readonly string[] = [], environment: Environment = {}) {
  const script = join(clone.folder, 'scripts/deploy/install.sh')
  const child = spawn('sh', ['-c', `umask 077; exec ${script} "$@"`, 'sh', ...args], {
    env: {
      ...process.env,
      PATH: `${systemd}:${process.env['PATH']}`,
      CIP_PREFIX: prefix,
      CIP_PATIENCE: '60',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [[status], stdout, stderr] = await Promise.all([
    once(child, 'exit'),
    text(child.stdout),
    text(child.stderr),
  ])
  return { status: status as number | null, stdout, stderr }
}

const inForce = () => readlinkSync(join(prefix, 'current'))
const releases = () => readdirSync(join(prefix, 'releases'))
const backups = () => readdirSync(join(folder, 'backups'))
const answer = async () => (await fetch(`http://127.0.0.1:${port}/`)).text()
const asked = (what: string) =>
  readFileSync(join(systemd, 'asked'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(what)).length

/** Installed, and running by its unit. */
async function running(): Promise<string> {
  const { status, stderr } = await install()
  expect([status, stderr]).toEqual([0, ''])
  setUp()
  start()
  await expect.poll(() => answer().catch(() => null), { timeout: 60_000 }).toBe('one')
  return inForce()
}

test('[S260] [S263] installed under umask 077 it starts as its own user; an update is built beside, switched to, and the one before stays', async () => {
  const first = await running()
  expect(first).toMatch(/^releases\/1\.0\.0-[0-9a-f]{12}$/)
  const inode = statSync(join(prefix, first, 'server/main.ts')).ino

  clone.put('version.txt', 'two')
  expect(await install()).toMatchObject({ status: 0, stdout: expect.stringContaining('en service') })
  expect(await answer()).toBe('two')
  expect(readlinkSync(join(prefix, 'previous'))).toBe(first)
  expect(statSync(join(prefix, first, 'server/main.ts')).ino).toBe(inode)
  expect([asked('restart'), backups().length]).toEqual([2, 1])

  // Again: nothing to do, nothing done.
  expect(await install()).toMatchObject({ status: 0, stdout: expect.stringContaining('déjà en place') })
  expect([asked('restart'), backups().length]).toEqual([2, 1])

  // A clone: what is committed is what is installed, and the oldest goes.
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.fr', ...args], {
      cwd: clone.folder,
    })
  git('init', '--quiet')
  clone.put('.gitignore', 'node_modules\n')
  clone.put('version.txt', 'three')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'three')
  clone.put('version.txt', 'not committed')
  expect(await install()).toMatchObject({ status: 0 })
  expect(await answer()).toBe('three')
  const commit = git('rev-parse', '--short=12', 'HEAD').toString().trim()
  expect(inForce()).toBe(`releases/1.0.0-${commit}`)
  expect(
    releases()
      .map((name) => `releases/${name}`)
      .toSorted(),
  ).toEqual([inForce(), readlinkSync(join(prefix, 'previous'))].toSorted())

  // And the way back.
  expect(await install(['--back'])).toMatchObject({ status: 0 })
  expect(await answer()).toBe('two')
})

test('[S261] with the registry away the installation that runs is not touched', async () => {
  const first = await running()
  clone.put('version.txt', 'two')
  clone.needs({ 'is-number': '7.0.0' })
  const away = {
    npm_config_registry: 'http://127.0.0.1:9',
    npm_config_fetch_retries: '0',
    npm_config_cache: join(folder, 'cache'),
  }
  const { status, stderr } = await install([], away)
  expect([status, stderr]).toEqual([1, expect.stringContaining("Rien n'est changé")])
  expect(stderr).toContain("vérifiez l'accès au registre npm")
  expect([inForce(), releases(), backups(), asked('restart')]).toEqual([first, [first.slice(9)], [], 1])
  expect(await answer()).toBe('one')
  start()
  await expect.poll(() => answer().catch(() => null), { timeout: 60_000 }).toBe('one')

  // The same packages need no registry.
  clone.needs({})
  expect(await install([], away)).toMatchObject({ status: 0 })
  expect(await answer()).toBe('two')
})

test('[S262] a release that does not answer is left for the one before', async () => {
  const first = await running()
  clone.put('version.txt', 'broken')
  const { status, stderr } = await install([], { CIP_PATIENCE: '15' })
  expect([status, stderr]).toEqual([1, expect.stringContaining(`${first} est de nouveau en service`)])
  expect([inForce(), existsSync(join(prefix, 'previous')), backups().length]).toEqual([first, false, 1])
  expect(await answer()).toBe('one')

  clone.put('version.txt', 'two')
  expect(await install()).toMatchObject({ status: 0 })
  expect(await answer()).toBe('two')
  expect(releases().length).toBe(2)
})

test('[S264] without a backup nothing is switched', async () => {
  const first = await running()
  writeFileSync(join(folder, 'data/damaged'), '')
  clone.put('version.txt', 'two')
  const { status, stderr } = await install()
  expect([status, stderr]).toEqual([1, expect.stringContaining('la sauvegarde du journal a échoué')])
  expect([inForce(), asked('restart'), await answer()]).toEqual([first, 1, 'one'])
  // On Redis the backup is Redis' own.
  expect(await install(['--without-backup'])).toMatchObject({ status: 0 })
  expect(await answer()).toBe('two')
})

test('[S265] what it cannot do it says in one sentence, and nothing has changed', async () => {
  const refusal = async (args: readonly string[] = [], environment: Environment = {}) => {
    const { status, stdout, stderr } = await install(args, environment)
    expect([status, stdout]).toEqual([1, ''])
    // French and English.
    expect(stderr.trim().split('\n')).toHaveLength(2)
    return stderr
  }
  expect(await refusal([], { CIP_PREFIX: '/proc/cip' })).toContain('avec sudo')
  expect(await refusal(['--back'])).toContain('pas de version précédente')

  const few = join(folder, 'few')
  mkdirSync(few)
  for (const tool of ['bash', 'sh', 'dirname', 'node', 'tar', 'flock', 'npm'])
    symlinkSync(
      execFileSync('sh', ['-c', `command -v ${tool}`])
        .toString()
        .trim(),
      join(few, tool),
    )
  rmSync(join(few, 'npm'))
  expect(await refusal([], { PATH: few })).toContain('npm manque')

  const held = spawn('flock', [join(prefix, '.lock'), 'sh', '-c', 'echo held; read -r _'])
  await once(held.stdout, 'data')
  expect(await refusal()).toContain('Une autre mise à jour est en cours')
  held.stdin.end()
  await once(held, 'exit')

  const first = await running()
  const unit = join(systemd, 'units/cip.service')
  writeFileSync(unit, readFileSync(unit, 'utf8').replaceAll(`${prefix}/current`, prefix))
  clone.put('version.txt', 'two')
  expect(await refusal()).toContain('cip.service ne lance pas')
  expect([inForce(), releases().length, await answer()]).toEqual([first, 1, 'one'])
})

/** Only where one may mount a file system. */
test.skipIf(!mayMount())('[S265] nor does it begin where the disk has too little room', async () => {
  using disk = fullDisk()
  const { status, stderr } = await install([], { CIP_PREFIX: disk.folder })
  expect([status, stderr]).toEqual([1, expect.stringMatching(/Il faut \d+ Mo libres/)])
  expect(readdirSync(join(disk.folder, 'releases'))).toEqual([])
})
