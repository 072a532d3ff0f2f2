import type { Command } from '#shared/command.ts'

/** Where a command holds what its author wrote. */
const written = ['text', 'title', 'place', 'note', 'reason']

/** The command's own words, by which its author knows it again; empty where it has none. */
export function wordsOf(command: Command): string {
  const named = written.map((key) => Object.entries(command).find(([k]) => k === key)?.[1] as unknown)
  return named.find((value): value is string => typeof value === 'string' && value !== '') ?? ''
}
