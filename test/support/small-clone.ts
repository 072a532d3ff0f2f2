import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/**
 * A clone in miniature: the real scripts and the real npm, a package of its own instead of the registry's, a builder that
 * builds one file, a server that says its version, and a backup that copies nothing.
 */
export class SmallClone {
  readonly folder: string
  readonly #node: string

  constructor(folder: string) {
    this.folder = folder
    // Beside it: another user may run it, who perhaps may not enter this repository.
    this.#node = `${folder}.node`
    mkdirSync(folder)
    copyFileSync(process.execPath, this.#node)
    cpSync(join(root, 'scripts/prepare.mjs'), join(folder, 'scripts/prepare.mjs'))
    cpSync(join(root, 'scripts/deploy'), join(folder, 'scripts/deploy'), { recursive: true })
    this.put('builder/package.json', JSON.stringify(builder))
    this.put('builder/bin/vite.js', builds)
    this.put('builder/node', `#!/bin/sh\nexec ${this.#node} "$@"\n`, 0o755)
    this.needs({})
    for (const source of ['client/main.ts', 'shared/state.ts', 'scripts/vite/plugin.ts', 'vite.config.ts'])
      this.put(source, '')
    this.put('server/main.ts', serves)
    this.put('scripts/backup.ts', backsUp)
    this.put('version.txt', 'one')
  }

  put(file: string, content: string, mode = 0o644): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true })
    writeFileSync(join(this.folder, file), content, { mode })
  }

  /** Its packages: what it brings itself and, from the registry, these. */
  needs(registry: Readonly<Record<string, string>>): void {
    const dependencies = { vite: 'file:builder', ...registry }
    const fromRegistry = Object.entries(registry).map(([name, version]) => [
      `node_modules/${name}`,
      { version, resolved: `https://registry.npmjs.org/${name}/-/${name}-${version}.tgz` },
    ])
    this.put(
      'package.json',
      JSON.stringify({ name: 'clone', version: '1.0.0', type: 'module', dependencies }),
    )
    const packages = {
      '': { name: 'clone', version: '1.0.0', dependencies },
      builder,
      'node_modules/vite': { resolved: 'builder', link: true },
      ...Object.fromEntries(fromRegistry),
    }
    this.put(
      'package-lock.json',
      JSON.stringify({ name: 'clone', version: '1.0.0', lockfileVersion: 3, packages }),
    )
  }
}

const builder = { name: 'vite', version: '1.0.0', bin: { node: 'node' } }

const builds = `
  const { mkdirSync, writeFileSync } = require('node:fs')
  mkdirSync('dist/console', { recursive: true })
  writeFileSync('dist/console/index.html', 'console')
`

// It reads what was brought, what was built and what was cloned: all of it is its user's to read.
const serves = `
  import { readFileSync } from 'node:fs'
  import { createServer } from 'node:http'
  const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8')
  read('../node_modules/vite/package.json')
  read('../dist/console/index.html')
  const version = read('../version.txt')
  if (version === 'broken') throw new Error('broken')
  createServer((request, response) => response.end(version)).listen(Number(process.env.PORT), '127.0.0.1')
`

const backsUp = `
  import { existsSync, mkdirSync } from 'node:fs'
  if (existsSync(process.env.DATA_DIR + '/damaged')) process.exit(1)
  mkdirSync(process.argv[2])
`
