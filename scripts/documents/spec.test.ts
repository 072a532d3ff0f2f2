import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const spec = read('shared/SPEC.md')
const rules = [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)].map(([, id]) => id ?? '')

function provedRules(): ReadonlyMap<string, string> {
  const files = globSync(['{client,scripts,server,shared,test}/**/*.{test,contract}.{ts,tsx}'], { cwd: root })
  const proved = new Map<string, string>()
  for (const file of files) {
    for (const [, ids = ''] of read(file).matchAll(/['"`]((?:\[[A-Z]\d+\] ?)+)/g)) {
      for (const id of ids.match(/[A-Z]\d+/g) ?? []) proved.set(id, file)
    }
  }
  return proved
}

const proved = provedRules()
/** Rules that hold without a test as yet. This list only shrinks. */
const owed: readonly string[] = []

test('[H1] under the headings of SPEC.md every line is one rule', () => {
  const odd = spec
    .split('\n')
    .filter((line) => /^\s*[-*]/.test(line) && !/^- \*\*[A-Z]\d+\*\* \S.+$/.test(line))
  expect(odd).toEqual([])
  expect(rules.length).toBeGreaterThan(100)
})

test('[H1] an id is given once, under the heading that bears its letter', () => {
  expect(rules.filter((id, n) => rules.indexOf(id) !== n)).toEqual([])
  const strays = spec.split(/^## /m).flatMap((section) => {
    const letter = /^.*\(([A-Z])\)$/m.exec(section.split('\n', 1)[0] ?? '')?.[1]
    const ids = [...section.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, id]) => id ?? '')
    return ids.filter((id) => !id.startsWith(letter ?? '?'))
  })
  expect(strays).toEqual([])
})

test('[H2] every test that names a rule names one of SPEC.md', () => {
  const unknown = [...proved].filter(([id]) => !rules.includes(id))
  expect(unknown).toEqual([])
})

test('[H3] every rule is proved by a test that bears its id', () => {
  expect(rules.filter((id) => !proved.has(id))).toEqual(owed)
})
