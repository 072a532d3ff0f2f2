import { array, assert, constantFrom, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { maskText } from '#shared/calls/mask-text.ts'
import { formatPhone } from '#shared/lib/phone.ts'

const odile = ['Odile Garnier']

test.each([
  ['rappeler 0612345678 ce soir', 'rappeler ••••••••78 ce soir'],
  ['06 12 34 56 78', '•• •• •• •• 78'],
  ['06.12.34.56.78, le 01/34/25/25/25', '••.••.••.••.78, le ••/••/••/••/25'],
  ['+33 (0)6-12-34-56-78.', '+•• (•)•-••-••-••-78.'],
  ['0033612345678', '•••••••••••78'],
  ['06\u00A012\u202F34\u00A056\u00A078', '••\u00A0••\u202F••\u00A0••\u00A078'],
  ['sans le zéro : 6 12 34 56 78', 'sans le zéro : • •• •• •• 78'],
  ['06\n12 34\n56 78', '••\n•• ••\n•• 78'],
  ['+44 20 7946 0018', '+•• •• •••• ••18'],
  ['n° 1 85 05 95 487 001 23', 'n° • •• •• •• ••• ••• 23'],
])('[C220] a number in a text shows its end alone: %j', (text, masked) => {
  expect(maskText(text, [])).toBe(masked)
})

test.each([
  'vu le 27/11/2026 à 14 h 05',
  'le 15, le 112, le 3639',
  'à 14:30, 12 personnes, 3 étages',
  '95487 Persan',
  'D928 au PK 12,350',
])('[C220] what is no number stays: %j', (text) => {
  expect(maskText(text, odile)).toBe(text)
})

test.each([
  ['Mme Garnier attend', 'Mme G. attend'],
  ['madame GARNIER, odile de son prénom', 'madame G., O. de son prénom'],
  ['la fille d’Odile', 'la fille d’O.'],
  ['le garnierois', 'le garnierois'],
])('[C220] the sheet’s own names become initials in its texts: %j', (text, masked) => {
  expect(maskText(text, odile)).toBe(masked)
})

test('[C220] accents, ligatures and parts of names make no difference, particles stay', () => {
  const names = ['Zoë Lebœuf-d’Étampes', 'Jean de La Tour']
  expect(maskText('ZOE LEBOEUF et etampes, jean, la TOUR de guet', names)).toBe(
    'Z. L. et E., J., la T. de guet',
  )
})

test('[C220] no number survives, however its digits are grouped', () => {
  const digit = integer({ min: 0, max: 9 }).map(String)
  const gap = constantFrom('', ' ', '.', '-', '/', ' . ', '\u00A0', '(', ')')
  const typed = array(tuple(digit, gap), { minLength: 9, maxLength: 15 }).map((parts) =>
    parts.flat().join(''),
  )
  assert(
    property(typed, (number) => {
      const isDay = /\d{1,2}[./-]\d{1,2}[./-](19|20)\d\d(?!\d)/.test(number)
      const shown = maskText(`appeler ${number} svp`, []).replaceAll(/\D/g, '')
      expect(isDay || shown.length <= 2).toBe(true)
    }),
  )
})

test('[C220] a number written as the console writes it is masked as the console masks it', () => {
  for (const e164 of ['+33612345678', '+262692123456', '+508411234', '+442079460018']) {
    const shown = maskText(formatPhone(e164), []).replaceAll(/\D/g, '')
    expect([e164, shown]).toEqual([e164, e164.slice(-2)])
  }
})
