import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Who may write into a database of the browser: the sealed one, what moves into it, and the communes of the State. */
const mayOpenDatabases = ['lib/clear-before.ts', 'lib/communes.ts', 'lib/sealed-database.ts']

test('[U283] nothing but the sealed store and the public list of communes opens a database of the browser', () => {
  const opening = readdirSync('client', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .filter((file) =>
      /from 'idb'|(globalThis|window|self)\.(indexedDB|\w+Storage)/.test(
        readFileSync(`client/${file}`, 'utf8'),
      ),
    )
  expect(opening.sort()).toEqual(mayOpenDatabases)
})

test('[U292] what a feature keeps in memory of whoever sits there goes with them', () => {
  /** Of the tab, whoever sits there: whether it may sound. */
  const ofTheTab = ['calls/alarm-sound.ts']
  const keeping = readdirSync('client', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/^(ui|lib)|\.test\./.test(file))
    .filter((file) => /\bcreateStore\b.*lib\/store/.test(readFileSync(`client/${file}`, 'utf8')))
  expect(keeping).toEqual(ofTheTab)
})
