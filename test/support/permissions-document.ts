import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { roles, type ActorRole } from '#shared/access/roles.ts'

/** A line of the table in docs/domain.md, as a person reads it. */
export type DocumentedLine = Readonly<{
  command: string
  who: readonly ActorRole[]
  inExercise: readonly ActorRole[]
  /** Null: no crisis is concerned. */
  afterClosure: boolean | null
}>

const closures: Readonly<Record<string, boolean | null>> = { yes: true, no: false, '–': null }

/** Throws on a line that it does not understand: what a machine misreads, a person may too. */
export function documentedPermissions(): readonly DocumentedLine[] {
  const text = readFileSync(join(import.meta.dirname, '../../docs/domain.md'), 'utf8')
  const table = /<!-- permissions -->([^]*)<!-- \/permissions -->/.exec(text)?.[1] ?? ''
  return table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map(readLine)
}

function readLine(line: string): DocumentedLine {
  const [, command = '', who = '', also = '', closure = '', source = '', why = ''] = line
    .split('|')
    .map((cell) => cell.trim())
  const afterClosure = closures[closure]
  if (afterClosure === undefined || !/^[=–A-Z]$/.test(source) || why === '') throw new Error(line)
  return {
    command: command.replaceAll('`', ''),
    who: rolesOf(who),
    inExercise: rolesOf(also),
    afterClosure,
  }
}

function rolesOf(cell: string): readonly ActorRole[] {
  return cell.split(/\s+/).flatMap((word): readonly ActorRole[] => {
    if (word === '') return []
    if (word === 'everyone') return roles.filter((role) => role !== 'exerciseControl')
    if (word === 'installation') return ['system']
    const role = roles.find((known) => known === word)
    if (role === undefined) throw new Error(`${word} is no role`)
    return [role]
  })
}
