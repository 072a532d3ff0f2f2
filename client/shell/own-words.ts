import type { Command } from '#shared/command.ts'

/** Where a command holds what its author wrote. */
const written = new Set(['text', 'title', 'place', 'note', 'reason', 'statements'])

/** The command's own words, by which its author knows it again, its text's within its content too; empty where it has none. */
export function wordsOf(command: Command): string {
  return wordsIn(command).find((words) => words !== '') ?? ''
}

function wordsIn(value: object): readonly string[] {
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    if (typeof part === 'string') return written.has(key) ? [part] : []
    if (Array.isArray(part)) return written.has(key) ? [part.join(' · ')] : []
    return typeof part === 'object' && part !== null && key === 'content' ? wordsIn(part) : []
  })
}
