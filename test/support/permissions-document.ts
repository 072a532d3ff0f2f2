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
  return linesOf('permissions').map(readLine)
}

/** Who may ask what of the server itself. Throws likewise. */
export function documentedQuestions(): Readonly<Record<string, readonly ActorRole[]>> {
  return Object.fromEntries(
    linesOf('questions').map((line) => {
      const [, question = '', who = '', why = ''] = line.split('|').map((cell) => cell.trim())
      if (why === '') throw new Error(line)
      return [question.replaceAll('`', ''), rolesOf(who)]
    }),
  )
}

function linesOf(table: 'permissions' | 'questions'): readonly string[] {
  const text = readFileSync(join(import.meta.dirname, '../../docs/domain.md'), 'utf8')
  const [, lines = ''] = new RegExp(`<!-- ${table} -->([^]*)<!-- /${table} -->`).exec(text) ?? []
  return lines.split('\n').filter((line) => line.startsWith('| `'))
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
