import { expect, test } from 'vitest'
import { changedLines } from '#shared/messages/changed-lines.ts'
import { diffWords } from '#shared/messages/diff.ts'

const before = 'Crue de l’Ardière\nMontez à l’étage.\nCoupez le gaz.\nProchain point à 21 h'
const marks = { same: '', added: '+', removed: '−' }

function shown(after: string): readonly string[] {
  return changedLines(diffWords(before, after)).map((line) =>
    line.map(({ is, text }) => `${marks[is]}${text}`).join(''),
  )
}

test('[U391] a line in which a word changed is shown whole, the others are not', () => {
  expect(shown(before.replace('gaz', 'courant').replace('21', '22'))).toEqual([
    'Coupez le −gaz.+courant.',
    'Prochain point à −21+22 h',
  ])
})

test('[U391] a line that comes or goes is shown', () => {
  expect(shown(before.replace('Coupez le gaz.\n', ''))).toEqual(['−Coupez le gaz.'])
  expect(shown(`${before}\nAppelez le 112.`)).toEqual(['+Appelez le 112.'])
})

test('[U391] where no word changed, no line is shown', () => {
  expect(shown(before)).toEqual([])
})
