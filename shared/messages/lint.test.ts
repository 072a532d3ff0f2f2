import { expect, test } from 'vitest'
import { minute } from '#shared/lib/time.ts'
import type { Content } from '#shared/messages/schema.ts'
import { defaultTemplates } from '#shared/messages/default-templates.ts'
import { isPublicKind, publicKinds, serviceKinds } from '#shared/messages/kinds.ts'
import { lint, type RemarkCode } from '#shared/messages/lint.ts'
import { blanksIn, contentOf, fillContent } from '#shared/messages/template.ts'

const now = 1_780_300_800_000
const facts = { exercise: false, crisisNumber: '01 34 25 25 25', now }

const good: Content = {
  title: 'Inondation à Persan : montez à l’étage',
  what: 'Alerte de la préfecture du Val-d’Oise. L’eau monte à Persan depuis 2 h.',
  instructions: ['Montez à l’étage.', 'En cas d’urgence, appelez le 18.'],
  where: 'Persan, quartier du Port',
  body: 'Pour toute question, appelez le 01 34 25 25 25.',
  nextPointAt: now + 60 * minute,
  expiresAt: null,
}

function codes(change: Partial<Content>, exercise = false): readonly RemarkCode[] {
  return lint({ ...good, ...change }, { ...facts, exercise }).map(({ code }) => code)
}

test('[B17] a text that says who, what, where, since when, what to do and when next has no remark', () => {
  expect(codes({})).toEqual([])
})

test('[B17] each missing part is remarked', () => {
  expect(codes({ title: '' })).toEqual(['title-missing'])
  expect(codes({ title: 'EXERCICE – ' }, true)).toEqual(['title-missing'])
  expect(codes({ what: '' })).toEqual(['what-missing'])
  expect(codes({ what: 'L’eau monte depuis 2 h.' })).toEqual(['who-missing'])
  expect(codes({ what: 'Alerte de la préfecture. L’eau monte.' })).toEqual(['since-missing'])
  expect(codes({ where: null })).toEqual(['where-missing'])
  expect(codes({ instructions: [] })).toEqual(['instructions-missing'])
  expect(codes({ nextPointAt: null })).toEqual(['next-point-missing'])
})

test('[B17] a vague time is remarked unless the sentence gives an hour', () => {
  expect(codes({ body: 'L’eau sera rétablie bientôt.' })).toEqual(['vague-time'])
  expect(codes({ body: 'L’eau sera rétablie bientôt, vers 14 h.' })).toEqual([])
})

test('[B17] numbers other than the crisis number and emergencies are remarked, however they are written', () => {
  expect(codes({ body: 'Appelez le +33 1 34 25 25 25 ou composez le 114.' })).toEqual([])
  expect(codes({ body: 'Appelez le 06.12.34.56.78.' })).toEqual(['unknown-phone'])
  expect(codes({ body: 'Composez le 3237.' })).toEqual(['unknown-phone'])
  expect(codes({ body: 'Il y a 3237 foyers privés de courant.' })).toEqual([])
})

test('[B17] long texts, long sentences and too many instructions are remarked', () => {
  expect(codes({ title: 'a'.repeat(91) })).toEqual(['too-long'])
  expect(codes({ body: `${'mot '.repeat(26)}.` })).toEqual(['long-sentence'])
  expect(codes({ instructions: ['Un.', 'Deux.', 'Trois.', 'Quatre.'] })).toEqual(['too-many-instructions'])
})

test('[B17] the word exercice in a real crisis, and times already past, are remarked', () => {
  expect(codes({ title: 'EXERCICE – Crue à Persan' })).toEqual([])
  expect(codes({ body: 'Ceci est un exercice.' })).toEqual(['exercise-in-real'])
  expect(codes({ body: 'Ceci est un exercice.' }, true)).toEqual([])
  expect(codes({ nextPointAt: now })).toEqual(['next-point-past'])
  expect(codes({ expiresAt: now - 1 })).toEqual(['expiry-past'])
})

test('[B18] every kind has a default text, nobody has reviewed it, and all it lacks is its blanks', () => {
  const templates = Object.values(defaultTemplates)
  expect(new Set(templates.map(({ kind }) => kind))).toEqual(new Set([...publicKinds, ...serviceKinds]))
  expect(templates.every(({ reviewed }) => reviewed === null)).toBe(true)
  for (const template of templates.filter(({ kind }) => isPublicKind(kind))) {
    const content = contentOf(template, now)
    const everything = [
      content.title,
      content.what,
      ...content.instructions,
      content.where,
      content.body,
    ].join('\n')
    const values = Object.fromEntries(blanksIn(everything).map((blank) => [blank, 'le 2']))
    const left = lint(fillContent(content, values), { ...facts, exercise: true, crisisNumber: 'le 2' })
    expect(
      left.filter(({ code }) => code !== 'next-point-missing').map(({ code }) => [template.id, code]),
    ).toEqual([])
  }
})

test('[B18] a blank is filled everywhere at once, and stays while it has no value', () => {
  const filled = fillContent(
    { ...good, title: '{lieu}', body: '{lieu} et {heure}' },
    { lieu: 'Persan', heure: ' ' },
  )
  expect(filled).toMatchObject({ title: 'Persan', body: 'Persan et {heure}' })
  expect(blanksIn(filled.body)).toEqual(['heure'])
  expect(blanksIn('{} {a{b} {constructor}')).toEqual(['b', 'constructor'])
  expect(fillContent({ ...good, title: '{constructor}' }, {}).title).toBe('{constructor}')
})
