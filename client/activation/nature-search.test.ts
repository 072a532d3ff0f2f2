import { expect, test } from 'vitest'
import { searchNatures } from '#client/activation/nature-search.ts'
import { natureWords } from '#client/activation/nature-words.ts'
import { natures } from '#shared/activation/natures.ts'

const found = (query: string) => searchNatures(query, 'fr').map(({ value }) => value)

test('[U406] a nature is found by what it is called, accents aside, before those that a word merely means', () => {
  expect(found('explosion')).toEqual([
    'gasLeakExplosion',
    'industrialAccident',
    'hazmatTransport',
    'terrorAttack',
  ])
  expect(found('eruption')).toEqual(['volcanic'])
  expect(found('feu de f')).toEqual(['wildfire'])
  expect(found('zanzibar')).toEqual([])
})

test('[U406] by another word, which stands beside it, from its beginning only', () => {
  expect(searchNatures('tremblement', 'fr')).toEqual([
    { value: 'earthquake', label: 'Séisme', detail: 'tremblement de terre' },
  ])
  expect(found('train')).toEqual(['rail'])
  expect(found('rain')).not.toContain('rail')
})

test('[U406] every nature is found by its own name, in each language', () => {
  for (const nature of natures) {
    for (const language of ['fr', 'en'] as const) {
      const values = searchNatures(natureWords[language][nature], language).map(({ value }) => value)
      expect(values[0]).toBe(nature)
    }
  }
})
