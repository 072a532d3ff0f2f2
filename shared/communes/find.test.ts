import { expect, test } from 'vitest'
import type { Commune, FormerCommune } from '#shared/communes/commune.ts'
import { createPlaceFinder } from '#shared/communes/find.ts'
import { indexCommunes } from '#shared/communes/index-communes.ts'

function commune(code: string, name: string, postcodes: string): Commune {
  return {
    code,
    name,
    department: code.slice(0, code.startsWith('97') ? 3 : 2),
    postcodes: postcodes.split(' '),
    population: 1,
  }
}

function former(code: string, name: string | null, now: string): FormerCommune {
  return { code, name, now }
}

const find = createPlaceFinder(
  indexCommunes({
    communes: [
      commune('95487', 'Persan', '95340'),
      commune('95052', 'Beaumont-sur-Oise', '95260'),
      commune('95058', 'Bernes-sur-Oise', '95340'),
      commune('95176', 'Cormeilles-en-Parisis', '95240'),
      commune('95127', 'Cergy', '95000 95800'),
      commune('27170', 'Cormeilles', '27260'),
      commune('63032', 'Beaumont', '63110'),
      commune('07028', 'Beaumont', '07110'),
      commune('75056', 'Paris', '75001 75015'),
      commune('69123', 'Lyon', '69001 69003'),
      commune('93066', 'Saint-Denis', '93200 93210'),
      commune('97411', 'Saint-Denis', '97400 97490'),
      commune('91228', 'Évry-Courcouronnes', '91000 91080'),
      commune('89162', 'Évry', '89140'),
      commune('74010', 'Annecy', '74000 74940 74960'),
      commune('14762', 'Vire Normandie', '14500'),
      commune('01374', 'Saint-Martin-du-Mont', '01160'),
      commune('21561', 'Saint-Martin-du-Mont', '21440'),
      commune('71454', 'Saint-Martin-du-Mont', '71580'),
    ],
    former: [
      former('75115', 'Paris 15e Arrondissement', '75056'),
      former('69383', 'Lyon 3e Arrondissement', '69123'),
      former('91182', null, '91228'),
      former('74011', 'Annecy-le-Vieux', '74010'),
      former('74093', 'Cran-Gevrier', '74010'),
      former('74010', 'Annecy', '74010'),
      former('14762', 'Vire', '14762'),
    ],
  }),
)

function found(text: string, near: readonly string[] = ['95']): string {
  const reading = find(text, near)
  return reading.is === 'found' ? reading.commune.code : reading.is
}

test.each([
  ['Persan', '95487'],
  ['95340 PERSAN', '95487'],
  ['Persan (95)', '95487'],
  ['95487', '95487'],
  ['75015', '75056'],
  ['Beaumont 63110', '63032'],
  ['Saint-Denis (974)', '97411'],
  ['St Denis 93', '93066'],
  ['Paris Cedex', '75056'],
  ['Saint-Denis', 'several'],
  ['95340', 'several'],
  ['Beaumont (95)', 'contradiction'],
  ['Pers', 'unknown'],
  ['', 'unknown'],
])('[M4] the cell «%s» means %s: one commune or none', (text, code) => {
  expect(found(text)).toBe(code)
})

test('[M4] a name borne by several is the one of the département at hand', () => {
  expect(found('Beaumont', ['63'])).toBe('63032')
  expect(found('Saint-Denis', ['93', '95'])).toBe('93066')
})

test.each([
  ['75015 PARIS 15', '75056'],
  ['PARIS 15', '75056'],
  ['Paris 15e', '75056'],
  ['Paris 75', '75056'],
  ['75115', '75056'],
  ['69003 LYON 03', '69123'],
  ['Lyon 3e Arrondissement', '69123'],
  ['74960 Cran-Gevrier', '74010'],
  ['Annecy-le-Vieux', '74010'],
  ['74093', '74010'],
  ['14500 Vire', '14762'],
  ['Vire', '14762'],
  ['91000 Evry', '91228'],
  ['91182', '91228'],
  ['91012 Evry Cedex', '91228'],
])('[M240] «%s», merged, delegated or an arrondissement, leads to the commune of today: %s', (text, code) => {
  expect(found(text, [])).toBe(code)
})

test.each([
  ['Evry', ['91'], '91228'],
  ['Evry', ['89'], '89162'],
  ['Evry', [], 'several'],
  ['Evry', ['95'], 'several'],
  ['Cormeilles', ['95'], 'several'],
  ['Cormeilles', ['27'], '27170'],
  ['Cormeilles', [], '27170'],
  ['Saint-Martin-du-Mont', ['95'], 'several'],
])('[M241] «%s» near %j is never taken for its namesake of another département: %s', (text, near, code) => {
  expect(found(text, near)).toBe(code)
})

test.each([
  ['1160 Saint-Martin-du-Mont', '01374'],
  ['1374', '01374'],
  ['7110 Beaumont', '07028'],
])('[M242] the zero that a spreadsheet took from «%s» is given back: %s', (text, code) => {
  expect(found(text, [])).toBe(code)
})

test.each([
  ['75015 Persan', 'contradiction'],
  ['95340 Beaumont-sur-Oise', 'contradiction'],
  ['21440 Persan', 'contradiction'],
  ['99999 Persan', 'contradiction'],
  ['95010 CERGY Cedex', '95127'],
])('[M243] the code of «%s» is held against the name: %s', (text, code) => {
  expect(found(text)).toBe(code)
})
