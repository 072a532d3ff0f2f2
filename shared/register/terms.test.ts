import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, LogQuery, SheetQuery } from '#shared/register/queries.ts'
import { isFoundBy, searchable, termsOf } from '#shared/register/terms.ts'

const crisis = '01977f00-0000-7000-8000-000000000001'

test('[G1] accents, case, œ and æ make no difference', () => {
  expect(termsOf('Cœur ÉCOLE Lætitia')).toEqual(['coeur', 'ecole', 'laetitia'])
  expect(isFoundBy('Fermeture de l’école du Sacré-Cœur', termsOf('ecole sacre COEUR'))).toBe(true)
})

test('[G2] a phone number is one word, however it is grouped', () => {
  for (const written of ['06 12 34 56 78', '06.12.34.56.78', '+33 6 12 34 56 78', '+33 (0)6 12345678']) {
    expect(searchable(`rappeler au ${written} ce soir`)).toBe('rappeler au 0612345678 ce soir')
  }
  expect(termsOf('06 12 3')).toEqual(['06123'])
  expect(termsOf('route 10')).toEqual(['route', '10'])
})

test('[G3] what was typed never becomes syntax of the index', () => {
  assert(
    property(string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      for (const term of termsOf(text)) expect(term).toMatch(/^[\p{L}\p{N}]{1,40}$/u)
    }),
  )
  expect(termsOf('"a* OR {words}: NEAR(b) -c')).toEqual(['a', 'or', 'words', 'near', 'b', 'c'])
})

test('[G3] a long text costs eight look-ups, not a thousand', () => {
  expect(termsOf(Array.from({ length: 1_000 }, (_, n) => `mot${n}`).join(' '))).toHaveLength(8)
})

test('[G4] days are counted as the calendar does', () => {
  expect(dayNumber('1970-01-01')).toBe(0)
  expect(dayNumber('2000-02-29') + 1).toBe(dayNumber('2000-03-01'))
  expect(dayNumber('2026-11-23')).toBe(20_780)
  expect(dayNumber('2100-03-01') - dayNumber('2100-02-28')).toBe(1)
})

test('[G5] a query from a browser is read with its defaults; a faulty one names its field', () => {
  expect(SheetQuery.parse({ crisis, limit: '20', cursor: '7' })).toMatchObject({
    limit: 20,
    cursor: 7,
    text: '',
  })
  expect(LogQuery.parse({ crisis: 'standing' })).toMatchObject({ crisis: 'standing', feature: null })
  const faults = [
    { crisis, text: 'x'.repeat(201) },
    { crisis, limit: '101' },
    { crisis, from: '2026-13-01' },
    { crisis, from: '2026-01-01', to: '2026-03-01' },
    { crisis, from: '2026-01-02', to: '2026-01-01' },
    { crisis, reason: 'nonsense' },
    { crisis, commune: '95487; DROP' },
  ]
  const fields = faults.map((query) => SheetQuery.safeParse(query).error?.issues[0]?.path.join('.'))
  expect(fields).toEqual(['text', 'limit', 'from', 'to', 'to', 'reason', 'commune'])
})
