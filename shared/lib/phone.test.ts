import * as fc from 'fast-check'
import * as max from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import { formatPhone, maskPhone, parsePhone } from '#shared/lib/phone.ts'

function read(typed: string): string {
  const reading = parsePhone(typed, max)
  return reading.ok ? `${reading.e164} ${reading.kind}` : reading.fault
}

test.each([
  ['06 12 34 56 78', '+33612345678 mobile'],
  ['06.12.34.56.78', '+33612345678 mobile'],
  ['06-12-34-56-78', '+33612345678 mobile'],
  ['06/12/34/56/78', '+33612345678 mobile'],
  ['+33 (0)6 12 34 56 78', '+33612345678 mobile'],
  ['0033612345678', '+33612345678 mobile'],
  ['33612345678', '+33612345678 mobile'],
  ['612345678', '+33612345678 mobile'],
  ['06\u00A012\u202F34 56 78', '+33612345678 mobile'],
  ['01 30 12 34 56', '+33130123456 landline'],
  ['09 76 12 34 56', '+33976123456 landline'],
  ['0800 123 456', '+33800123456 other'],
  ['+44 7911 123456', '+447911123456 mobile'],
  ["'0639980110", '+33639980110 mobile'],
  ['="0639980111"', '+33639980111 mobile'],
  ['639980112.0', '+33639980112 mobile'],
  ['639980112,0', '+33639980112 mobile'],
  ['\u202A+33 6 39 98 01 13\u202C', '+33639980113 mobile'],
  ['\u2068+33 6 39 98 01 13\u2069', '+33639980113 mobile'],
  ['06 12 34 \u202E56 78', '+33612345678 mobile'],
  ['\u200E06\t12 34 56 78', '+33612345678 mobile'],
  ['06 39 98 01 14 (perso)', '+33639980114 mobile'],
  ['tel:+33639980115', '+33639980115 mobile'],
  ['Tél. : 06 39 98 01 15', '+33639980115 mobile'],
])('[P1] «%s», as typed or as a spreadsheet left it, is %s', (typed, expected) => {
  expect(read(typed)).toBe(expected)
})

test.each([
  ['0692 12 34 56', '+262692123456 mobile'],
  ['+33 692 12 34 56', '+262692123456 mobile'],
  ['+262 692 12 34 56', '+262692123456 mobile'],
  ['0262 20 30 40', '+262262203040 landline'],
  ['0269 61 12 34', '+262269611234 landline'],
  ['0639 69 12 34', '+262639691234 mobile'],
  ['0590 12 34 56', '+590590123456 landline'],
  ['0690 12 34 56', '+590690123456 mobile'],
  ['0594 25 12 34', '+594594251234 landline'],
  ['0696 30 12 34', '+596696301234 mobile'],
  ['0508 41 12 34', '+508411234 landline'],
  ['0708 50 12 34', '+508708501234 mobile'],
  ['0709 00 12 34', '+590709001234 mobile'],
  ['0709 10 12 34', '+596709101234 mobile'],
  ['+33 709 10 12 34', '+596709101234 mobile'],
  ['0709 20 12 34', '+262709201234 mobile'],
  ['0709 30 12 34', '+594709301234 mobile'],
  ['+687 26 12 34', '+687261234 landline'],
  ['+689 87 12 34 56', '+68987123456 mobile'],
])('[P2] the overseas number «%s» dialled from France is %s', (typed, expected) => {
  expect(read(typed)).toBe(expected)
})

test.each([
  ['06 39 98 12 34', '+33639981234 mobile'],
  ['01 99 00 12 34', '+33199001234 landline'],
  ['02 61 91 12 34', '+33261911234 landline'],
  ['03 53 01 12 34', '+33353011234 landline'],
  ['04 65 71 12 34', '+33465711234 landline'],
  ['05 36 49 12 34', '+33536491234 landline'],
  ['07 00 12 34 56', '+33700123456 mobile'],
  ['07 08 99 12 34', '+33708991234 mobile'],
  ['09 47 12 34 56', '+33947123456 landline'],
])('[P3] %s is accepted though the metadata may not know its block', (typed, expected) => {
  expect(read(typed)).toBe(expected)
})

test.each([
  ['', 'phone.too-short'],
  ['112', 'phone.too-short'],
  ['06 12 34', 'phone.too-short'],
  ['06 12 34 56 78 90', 'phone.too-long'],
  ['0'.repeat(100_000), 'phone.too-long'],
  ['06 12 34 56 7O', 'phone.characters'],
  ['0612345678 poste 12', 'phone.characters'],
  ['06 12 📞 56 78', 'phone.characters'],
  ['０６１２３４５６７８', 'phone.characters'],
  ['06 12 34 56 78 (poste 12)', 'phone.characters'],
  ['06 12 34 56 78\u0007', 'phone.characters'],
  ['6,12346E+08', 'phone.scientific'],
  ['+999 12 34 56 78', 'phone.invalid'],
])('[P4] «%.24s» is refused: %s', (typed, fault) => {
  expect(read(typed)).toBe(fault)
})

test.each([
  ['+33612345678', '06 12 34 56 78', '•• •• •• •• 78'],
  ['+262692123456', '0692 12 34 56', '•••• •• •• 56'],
  ['+508411234', '0508 41 12 34', '•••• •• •• 34'],
  ['+508708501234', '0708 50 12 34', '•••• •• •• 34'],
  ['+596709101234', '0709 10 12 34', '•••• •• •• 34'],
  ['+687261234', '+687 26 12 34', '+••• •• •• 34'],
  ['+447911123456', '+44 79 11 12 34 56', '+•• •• •• •• •• 56'],
  ['+12025550123', '+1 20 25 55 01 23', '+• •• •• •• •• 23'],
])('[P5] %s is shown %s and masked %s', (e164, shown, masked) => {
  expect(formatPhone(e164)).toBe(shown)
  expect(maskPhone(e164)).toBe(masked)
})

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^0[1-9]\d{8}$/),
    fc.stringMatching(/^\+[1-9]\d{5,14}$/),
    fc.stringMatching(/^[\d +().-]{0,20}$/),
  )

  test('[P6] reading never throws, and what was read is read again from what is shown', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const reading = parsePhone(text, max)
        if (reading.ok) expect(parsePhone(formatPhone(reading.e164), max)).toEqual(reading)
      }),
      { seed: 112, numRuns: 3_000 },
    )
  })
})
