import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, findUnprintable, printable } from '#shared/lib/clean-text.ts'
import { line, prose } from '#shared/lib/text.ts'

test.each([
  ['a row of a spreadsheet', 'Cergy\t12\tévacués', 'Cergy 12 évacués'],
  ['a soft hyphen of a PDF', 'inon\u00ADdation', 'inondation'],
  ['a zero-width space of a web page', 'gué\u200B coupé', 'gué coupé'],
  ['a byte order mark', '\uFEFFGué coupé', 'Gué coupé'],
  ['a word joiner', 'RD\u206014', 'RD14'],
  ['a soft line break of a word processor', 'Gué coupé\u000BRD 14', 'Gué coupé\nRD 14'],
  ['line ends of other systems', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['a direction mark', 'Mme \u0646\u0648\u0631\u200F appelle', 'Mme \u0646\u0648\u0631 appelle'],
  ['a direction override', 'DD\u202ET', 'DDT'],
  ['isolates of a messenger', '\u2068Odile\u2069', 'Odile'],
  ['a joiner between Latin letters', 'a\u200Db\u200Cc', 'abc'],
  ['letters that are hidden', 'Persan\u{E0041}\u{E0042}', 'Persan'],
])('[U244] %s is cleaned', (_, text, clean) => {
  expect(cleanText(text)).toBe(clean)
})

test.each([
  ['the parts of an emoji', 'Équipe 👩🏽‍🚒 et famille 👨‍👩‍👧 ❤️‍🔥'],
  [
    'a flag written with letters that are not seen',
    '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
  ],
  ['a Persian plural', '\u06A9\u062A\u0627\u0628\u200C\u0647\u0627'],
  ['a joined Devanagari syllable', '\u0915\u094D\u200D\u0937'],
  ['the spaces of French typography', '14\u202Fh\u00A005 : gué coupé'],
  ['two line feeds and leading spaces', '  a\n\nb '],
])('[U244] %s stay as they are', (_, text) => {
  expect(cleanText(text)).toBe(text)
})

test.each([
  ['Gué\u0007 coupé', { code: 'U+0007', place: 4 }],
  ['👩🏽‍🚒\u0000', { code: 'U+0000', place: 5 }],
  ['moitié \uD83D', { code: 'U+D83D', place: 8 }],
  ['\uFFFF', { code: 'U+FFFF', place: 1 }],
  ['a\nb', null],
])('[U245] what is still refused of %j is named with its place', (text, found) => {
  expect(findUnprintable(cleanText(text))).toEqual(found)
  for (const schema of [line(80), prose(80)]) {
    const parsed = schema.safeParse(text)
    expect(parsed.success ? null : parsed.error.issues[0]?.message).toBe(
      found === null ? null : `text.unprintable ${found.code} ${found.place}`,
    )
  }
})

test('[U244] the console’s text is the server’s: cleaned, a line has no line feed, both are trimmed', () => {
  expect(line(80).parse(' Gué\u200B coupé\t \u000B RD 14 ')).toBe('Gué coupé RD 14')
  expect(prose(80).parse(' Gué\u200B coupé\u000BRD 14\r\n')).toBe('Gué coupé\nRD 14')
  expect(line(3).safeParse('abc\u200B').success).toBe(true)
  expect(line(80).safeParse('\u200B \u2060').success).toBe(false)
})

test('[U244] cleaning twice changes nothing more, and what is printable is taken', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        '\u200D',
        '\u200C',
        '\uFE0F',
        '\u{E0067}',
        '\u{1F3F4}',
        '👩',
        '🏽',
        '\u0647',
        '\t',
        '\v',
        '\u200B',
        'a',
      ),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
  })
  fc.assert(
    fc.property(text, (typed) => {
      const clean = cleanText(typed)
      expect(cleanText(clean)).toBe(clean)
      expect(findUnprintable(printable(typed))).toBeNull()
      expect(printable(typed).isWellFormed()).toBe(true)
    }),
    { seed: 244, numRuns: 500 },
  )
})

test('[U244] a plain text, which is not gone through, holds nothing that would have been taken out', () => {
  const stray = '\u{E0041}'
  for (let code = 0; code < 0x1_00_00; code += 1) {
    const text = `a${String.fromCharCode(code)}b`
    if (cleanText(text) !== cleanText(stray + text)) expect.fail(`U+${code.toString(16)} is cleaned in part`)
  }
})
