import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffWords, type Run } from '#shared/messages/diff.ts'

function without(runs: readonly Run[], is: Run['is']): string {
  return runs
    .filter((run) => run.is !== is)
    .map(({ text }) => text)
    .join('')
}

const prose = fc
  .array(fc.constantFrom('eau', 'rue', 'du', 'Port', ' ', '  ', '\n', '.'))
  .map((words) => words.join(''))

test('[B19] a comparison loses nothing of either text', () => {
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      const runs = diffWords(before, after)
      expect(without(runs, 'added')).toBe(before)
      expect(without(runs, 'removed')).toBe(after)
    }),
  )
})

test('[B19] one word changed shows as that word', () => {
  expect(diffWords('L’eau monte rue Haute.', 'L’eau monte rue Basse.')).toEqual([
    { is: 'same', text: 'L’eau monte rue ' },
    { is: 'removed', text: 'Haute.' },
    { is: 'added', text: 'Basse.' },
  ])
})
