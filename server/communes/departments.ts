import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** They have communes too; the list of départements is without them. A test holds both against the communes. */
const overseas = new Set(['975', '977', '978', '984', '986', '987', '988', '989'])

/** Whether there is such a département or overseas collectivity. Reads ten kilobytes, not the communes. */
export function isDepartment(code: string): boolean {
  if (overseas.has(code)) return true
  const file = createRequire(import.meta.url).resolve(
    '@etalab/decoupage-administratif/data/departements.json',
  )
  const departments = JSON.parse(readFileSync(file, 'utf8')) as readonly Readonly<{ code: string }>[]
  return departments.some((department) => department.code === code)
}
