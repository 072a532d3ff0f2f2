import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig, type Config } from '#server/config.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** README's table: name, default, and what it takes. */
function documentedSettings(): ReadonlyMap<string, string> {
  const rows = read('README.md').matchAll(/^\| `([A-Z_]+)` *\| *(.*?) *\|/gm)
  return new Map([...rows].map(([, name = '', written = '']) => [name, written]))
}

function written(value: Config[keyof Config]): string {
  return value === null || typeof value === 'object' ? '–' : `\`${value}\``
}

test('[H4] README names every setting with its default, and no other', () => {
  const defaults = Object.entries(readConfig({})).map(([name, value]) => [name, written(value)])
  // The one default that depends on another setting.
  const expected = new Map([...defaults, ['MASTER_KEY_FILE', '`DATA_DIR/master.key`']] as [string, string][])
  expect(documentedSettings()).toEqual(expected)
})

test('[H5] every link to a file of this repository leads somewhere', () => {
  const documents = globSync(['*.md', 'docs/**/*.md', 'shared/*.md'], { cwd: root })
  const broken = documents.flatMap((document) =>
    [...read(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(join(root, dirname(document), target)))
      .map((target) => `${document}: ${target}`),
  )
  expect(broken).toEqual([])
})
