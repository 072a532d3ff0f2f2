import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  corrected,
  crisis,
  exercisePage,
  message,
  publicPage,
  t0,
  takenBack,
  version,
  withdrawn,
} from '#shared/publicsite/page.fixture.ts'
import { renderFiles } from '#server/publicsite/render.ts'
import { hour, minute } from '#shared/lib/time.ts'
import type { AnyPage } from '#shared/publicsite/page-model.ts'

function pageOf(page: AnyPage): string {
  return renderFiles(page).get('index.html') ?? ''
}

/** The text that a reader meets, in order. */
function read(page: AnyPage): string {
  return pageOf(page)
    .replaceAll(/<style>.*?<\/style>|<[^>]+>/gs, ' ')
    .replaceAll(/\s+/g, ' ')
}

test('[W1] title, instructions, where, since, number, next point, messages, in this order', () => {
  const text = read(publicPage())
  const order = [
    'À jour à 02:51 lundi 23 novembre 2026',
    'Crue de l’Oise à Persan et Beaumont',
    'Ce qu’il faut faire maintenant',
    'Montez à l’étage',
    'Où Vallée de l’Oise',
    'Depuis 02:10',
    'Numéro d’information 0 800 000 971 24 h/24',
    'Prochain point 03:10',
    'Messages de la préfecture',
  ].map((part) => text.indexOf(part, text.indexOf('Aller au contenu')))
  expect(order).not.toContain(-1)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
})

test('[W1] the number is a link to press while the line is open, and not shown otherwise', () => {
  expect(pageOf(publicPage())).toContain('href="tel:0800000971"')
  const closed = pageOf(publicPage({ crises: [crisis(false, { lineOpen: false, messages: [] })] }))
  expect(closed).not.toContain('0800000971')
  expect(closed).toContain('La ligne d’information n’est pas ouverte.')
})

test('[W12] a phone number stays on one line of the page; links, feeds and alerts hold it as it was typed', () => {
  const number = '01 30 00 00 01'
  const text = `Appelez le ${number}.`
  const told = version({ title: text, what: text, instructions: [text], where: text, body: text })
  const page = publicPage({ crises: [crisis(false, { messages: [message({ versions: [told] })] })] })
  const { 'index.html': read = '', ...machines } = Object.fromEntries(renderFiles(page))
  expect(read).toContain(text.replaceAll(/(?<=\d) /g, '\u00A0'))
  expect(read).toContain('>0\u00A0800\u00A0000\u00A0971</a>')
  expect(read).not.toContain(number)
  expect(read).toContain('href="tel:0800000971"')
  expect(Object.keys(machines)).toHaveLength(5)
  for (const file of Object.values(machines)) expect(file).not.toMatch(/\d\u00A0\d/)
  for (const file of ['atom.xml', 'rss.xml', 'feed.json']) expect(machines[file]).toContain(text)
})

test('[W3] a withdrawn message is struck with its reason, without its instructions', () => {
  const page = pageOf(publicPage({ crises: [crisis(false, { messages: [withdrawn] })] }))
  expect(page).toContain('<s>Le pont de Beaumont reste ouvert</s>')
  expect(page).toContain('Le pont a été fermé à 2\u00A0h\u00A035')
  expect(page).not.toContain('Passez par le pont')
})

test('[W4] a correction shows what changed and keeps the earlier text', () => {
  const text = read(publicPage({ crises: [crisis(false, { messages: [corrected] })] }))
  expect(text).toContain('Corrigé à 02:51 . Les écoles de Beaumont-sur-Oise ferment aussi.')
  expect(text).toContain('Texte avant correction Écoles fermées lundi à Persan 02:35')
})

test('[W5] with nothing happening, the emergency numbers', () => {
  const page = pageOf(publicPage({ crises: [] }))
  expect(page).toContain('<h1>Aucun événement en cours</h1>')
  for (const number of ['tel:112', 'tel:15', 'tel:17', 'tel:18', 'sms:114']) expect(page).toContain(number)
  expect(read(publicPage({ crises: [] }))).toContain('01 30 00 00 01')
})

test('[W6] an exercise says so first, and asks not to be indexed', () => {
  const page = pageOf(exercisePage())
  expect(page).toMatch(/<title>EXERCICE – /)
  expect(page.indexOf('class="band"')).toBeLessThan(page.indexOf('<header'))
  expect(page).toContain('<meta name="robots" content="noindex, nofollow"')
  expect(page).not.toContain('rel="canonical"')
  expect(pageOf(publicPage())).not.toMatch(/EXERCICE|noindex/)
})

test('[W9] times are local, and dated when they are of another day', () => {
  const text = read(
    publicPage({ crises: [crisis(false, { since: t0 - 3 * hour, nextPointAt: t0 + 23 * hour })] }),
  )
  expect(text).toContain('Depuis 23:10, dimanche 22 novembre 2026')
  expect(text).toContain('Prochain point 01:10, mardi 24 novembre 2026')
})

test('[W9] an overseas préfecture lives at its own time', () => {
  const page = publicPage()
  const reunion = { ...page, installation: { ...page.installation, timeZone: 'Indian/Reunion' } }
  expect(read(reunion)).toContain('Depuis 05:10')
  expect(pageOf(reunion)).toContain('datetime="2026-11-23T05:10:00+04:00"')
})

test('[W10] a next point that is due is awaited', () => {
  expect(read(publicPage({ updatedAt: t0 + hour }))).toContain('Prochain point Attendu depuis 03:10')
  expect(read(publicPage({ updatedAt: t0 + hour - minute }))).not.toContain('Attendu')
})

test('[W7] hostile text adds no element, attribute or entity to the page', { timeout: 30_000 }, () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onclick='x",
      ']]>',
      '--><b>',
      '&lt;b&gt;',
      '</style><style>',
      '\u202Eevil',
    ),
  )
  const harmless = shape(pageWith('x'))
  fc.assert(
    fc.property(hostile, (text) => {
      const page = pageWith(`x${text.replaceAll(/[\n\r\v\f\u2028\u2029]/g, ' ')}x`)
      expect(shape(page)).toEqual(harmless)
      expect(page).not.toMatch(/[\u202A-\u202E]|(?!\n)\p{Cc}/u)
    }),
    { numRuns: 60 },
  )
})

test('[W7] a hundred thousand characters are a long page and nothing worse', () => {
  expect(pageWith('é<'.repeat(50_000)).length).toBeGreaterThan(250_000)
})

/** `text` in every place that a person fills in. */
function pageWith(text: string): string {
  const first = version({ title: text, what: text, where: text, body: text, instructions: [text] })
  const second = { ...first, publishedAt: t0 + 30 * minute, correction: text }
  const communes = [{ code: '95487', name: text }]
  const messages = [
    message({ versions: [first, second] }),
    { ...withdrawn, withdrawn: takenBack(text, t0 + hour) },
  ]
  const page = publicPage({
    crises: [crisis(false, { title: text, communes, numberHours: text, crisisNumber: text, messages })],
  })
  return pageOf({ ...page, installation: { ...page.installation, name: text } })
}

/** Every tag with the names of its attributes; what is left between tags must hold no `<`. */
function shape(page: string): readonly string[] {
  const tag = /<(\/?[\w!]+)((?:\s+[\w:-]+(?:="[^"<>]*")?)*)\s*\/?>/g
  expect(page.replaceAll(tag, '')).not.toContain('<')
  return [...page.matchAll(tag)].map(
    ([, name, attributes]) => `${name}${attributes?.replaceAll(/="[^"]*"/g, '')}`,
  )
}
