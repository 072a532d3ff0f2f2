import type { Run } from '#shared/messages/diff.ts'

/**
 * The lines of a text in which something changed, whole: what stays as it was is read in the text itself, where it
 * cannot hide what does not.
 */
export function changedLines(runs: readonly Run[]): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]]
  for (const { is, text } of runs) {
    const [first = '', ...others] = text.split('\n')
    lines.at(-1)?.push({ is, text: first })
    for (const other of others) lines.push([{ is, text: other }])
  }
  return lines
    .map((line) => line.filter(({ text }) => text !== ''))
    .filter((line) => line.some(({ is, text }) => is !== 'same' && text.trim() !== ''))
}
