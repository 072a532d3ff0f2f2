import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bindPunctuation, bindSpaces } from '#shared/lib/bind-spaces.ts'

/** What a line cannot be broken in, shown with a tie: « 01~34 ». */
const tied = (text: string) => bindSpaces(text).replaceAll('\u00A0', '~')
const whole = (number: string) => number.replaceAll(' ', '~')

test.each([
  '01 34 25 25 25',
  '0 800 130 000',
  '0800 130 000',
  '0 805 20 25 30',
  '08 00 13 00 00',
  '0692 12 34 56',
  '+33 1 34 25 25 25',
  '+33 (0)1 34 25 25 25',
  '+33 800 130 000',
  '0033 1 34 25 25 25',
  '+262 692 12 34 56',
  '+44 20 7946 0958',
  '+352 621 123 456',
  '+1 202 555 0123',
])('[U18] the number %s stays on one line, wherever it stands in a sentence', (number) => {
  expect(tied(number)).toBe(whole(number))
  expect(tied(`Appelez le ${number}.`)).toBe(`Appelez le ${whole(number)}.`)
  expect(tied(`Préfecture (${number}), mairie`)).toBe(`Préfecture (${whole(number)}), mairie`)
  expect(tied(`Le ${number} ou le ${number} !`)).toBe(`Le ${whole(number)} ou le ${whole(number)}~!`)
})

test.each([
  ['Appelez le 0 800 130 000 7 jours sur 7', 'Appelez le 0~800~130~000 7 jours sur 7'],
  ['Le 01 34 25 25 25 24 h/24', 'Le 01~34~25~25~25 24~h/24'],
  ['24h/24 et 7j/7 01 34 25 25 25', '24h/24 et 7j/7 01~34~25~25~25'],
  ['Mairie 01 34 25 25 25 95260 Beaumont', 'Mairie 01~34~25~25~25 95260 Beaumont'],
  ['Le 114 ou le 01 34 25 25 25', 'Le 114 ou le 01~34~25~25~25'],
])('[U18] «%s» binds the number and nothing beside it', (text, expected) => {
  expect(tied(text)).toBe(expected)
})

test.each([
  'Le 12 11 2026',
  'Du 01 12 2026 18h30 au 02 12 2026',
  '10 000 habitants, 1 200 000 euros, +12 000 000 euros',
  '95 260 Beaumont, 01 000 Bourg, 06 000 Nice',
  'Le 15, le 17, le 18, le 112, le 114 et le 3237',
  'Les lots 01 02 03 04 05 06 07',
  'Le tirage 5 12 18 23 41 07',
  'Les lignes 12 01 34 25 25 25',
  'De 08 00 à 18 30, par la D 912 et la RN 20',
  'SIRET 123 456 789 00012',
  '49 10 12 N, 2 17 45 E',
])('[U18] «%s» holds no number to call, and keeps its spaces', (text) => {
  expect(tied(text)).toBe(text)
})

test.each([
  ['Le niveau monte de 8 cm par heure', 'Le niveau monte de 8~cm par heure'],
  ['4,10 m au pont, 320 m³/s, vent à 90 km/h', '4,10~m au pont, 320~m³/s, vent à 90~km/h'],
  ['À 18 h 30, dans 30 min', 'À 18~h~30, dans 30~min'],
  ['Point de situation n° 2 : 30 % des 5 ha', 'Point de situation n°~2~: 30~% des 5~ha'],
  ['Crue de l’Oise – Persan', 'Crue de l’Oise~– Persan'],
])('[U19] «%s» keeps each figure with its unit or sign, and no dash begins a line', (text, expected) => {
  expect(tied(text)).toBe(expected)
})

test.each(['Le 3 mai', '2 maisons', '7 jours sur 7', '12 hommes', 'Route 4 à 6 tonnes', 'Bâtiments 1 et 2'])(
  '[U19] «%s» holds no unit, and keeps its spaces',
  (text) => {
    expect(tied(text)).toBe(text)
  },
)

test('[U18] whatever a text holds, only spaces change, and once is enough', () => {
  const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[ +\d().,hmn°%/«»:;!?\n]{0,60}$/))
  fc.assert(
    fc.property(typed, (text) => {
      const bound = bindSpaces(text)
      expect(bound.replaceAll('\u00A0', ' ')).toBe(text.replaceAll('\u00A0', ' '))
      expect(bindSpaces(bound)).toBe(bound)
    }),
    { seed: 112, numRuns: 3_000 },
  )
})

test('[U18] what is not for the eyes keeps the spaces of its numbers', () => {
  expect(bindPunctuation('Appelez le 01 34 25 25 25 !')).toBe('Appelez le 01 34 25 25 25\u00A0!')
})
