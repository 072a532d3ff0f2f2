import { expect, test } from 'vitest'
import type { Commune } from '#shared/communes/commune.ts'
import { indexCommunes } from '#shared/communes/index-communes.ts'
import { rankCommunes } from '#shared/communes/rank.ts'

function commune(code: string, name: string, postcodes: string, population: number | null): Commune {
  const department = code.slice(0, code.startsWith('97') ? 3 : 2)
  return { code, name, department, postcodes: postcodes.split(' '), population }
}

const index = indexCommunes({
  former: [],
  communes: [
    commune('95487', 'Persan', '95340', 14_359),
    commune('95052', 'Beaumont-sur-Oise', '95260', 9_600),
    commune('95058', 'Bernes-sur-Oise', '95340', 2_700),
    commune('95313', "L'Isle-Adam", '95290', 12_300),
    commune('60057', 'Beauvais', '60000', 56_000),
    commune('63032', 'Beaumont', '63110', 10_900),
    commune('07028', 'Beaumont', '07110', 240),
    commune('95176', 'Cormeilles-en-Parisis', '95240', 26_000),
    commune('75056', 'Paris', '75001 75015', 2_103_778),
    commune('93066', 'Saint-Denis', '93200 93210', 150_000),
    commune('97411', 'Saint-Denis', '97400 97490', 153_000),
    commune('33441', 'Sainte-Foy', '33220', 1_000),
    commune('2A004', 'Ajaccio', '20000 20090', 75_000),
    commune('59155', 'Cœuvres', '59200', null),
  ],
})

function found(query: string, near: readonly string[] = ['95'], limit = 10): string {
  return rankCommunes(index, query, { near, limit })
    .map(({ code }) => code)
    .join(' ')
}

test.each([
  ['persan', '95487'],
  ['PERSAN', '95487'],
  ['beaumont sur oise', '95052'],
  ['Beaumont-Sur-Oise', '95052'],
  ['oise beaum', '95052'],
  ['isle adam', '95313'],
  ['l’isle', '95313'],
  ['coeuvres', '59155'],
  ['CŒUVRES', '59155'],
  ['st denis', '97411 93066'],
  ['St-Den', '97411 93066'],
  ['ste foy', '33441'],
  ['20090', '2A004'],
  ['2a004', '2A004'],
  ['2A0', '2A004'],
  ['95340 persan', '95487'],
])('[M1] «%s» finds %s, whatever its accents, case and hyphens', (query, codes) => {
  expect(found(query)).toBe(codes)
})

test('[M2] the département at hand comes first, then the best fit, then the population', () => {
  expect(found('beaumont')).toBe('95052 63032 07028')
  expect(found('beaumont', [])).toBe('63032 07028 95052')
  expect(found('beaumont', ['07'])).toBe('07028 63032 95052')
  expect(found('paris')).toBe('95176 75056')
  expect(found('9534')).toBe('95487 95058')
})

test('[M3] only the beginnings of words count, an empty query finds nothing, the limit holds', () => {
  expect(found('mont')).toBe('')
  expect(found('ersan')).toBe('')
  expect(found('  - ')).toBe('')
  expect(found('x'.repeat(100_000))).toBe('')
  expect(found('b', ['95'], 2)).toBe('95052 95058')
})

test('[M240] a former commune is found by its name and code, once, as the commune of today', () => {
  const merged = indexCommunes({
    communes: [
      commune('74010', 'Annecy', '74000', 132_117),
      commune('14762', 'Vire Normandie', '14500', 17_457),
    ],
    former: [
      { code: '74011', name: 'Annecy-le-Vieux', now: '74010' },
      { code: '74093', name: 'Cran-Gevrier', now: '74010' },
      { code: '14762', name: 'Vire', now: '14762' },
      { code: '14187', name: null, now: '14762' },
    ],
  })
  const told = (query: string) =>
    rankCommunes(merged, query, { near: [], limit: 5 }).map(({ code, formerName }) => [code, formerName])
  expect(told('annecy')).toEqual([['74010', null]])
  expect(told('annecy le v')).toEqual([['74010', 'Annecy-le-Vieux']])
  expect(told('cran')).toEqual([['74010', 'Cran-Gevrier']])
  expect(told('vire')).toEqual([['14762', 'Vire']])
  expect(told('14187')).toEqual([['14762', null]])
})
