import { XMLParser, XMLValidator } from 'fast-xml-parser'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { renderFiles } from '#server/publicsite/render.ts'
import {
  corrected,
  crisis,
  exercisePage,
  lineOpened,
  message,
  publicPage,
  t0,
  takenBack,
  version,
  withdrawn,
} from '#shared/publicsite/page.fixture.ts'
import { hour } from '#shared/lib/time.ts'
import type { AnyPage } from '#shared/publicsite/page-model.ts'

const instant = z.iso.datetime({ offset: true })
const uuid = z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/)
const absolute = z.url({ protocol: /^https$/ })

const AtomLink = z.object({ '@rel': z.enum(['self', 'alternate']), '@type': z.string(), '@href': absolute })
/** What RFC 4287, 4.1 requires. */
const AtomFeed = z.object({
  '@xmlns': z.literal('http://www.w3.org/2005/Atom'),
  '@xml:lang': z.literal('fr'),
  id: uuid,
  title: z.string().min(1),
  updated: instant,
  author: z.object({ name: z.string().min(1) }),
  link: z.array(AtomLink).length(2),
  entry: z.array(
    z.object({
      id: uuid,
      title: z.string().min(1),
      updated: instant,
      published: instant,
      link: AtomLink,
      summary: z.string(),
      content: z.object({ '@type': z.literal('html'), '#': z.string() }).optional(),
    }),
  ),
})

const Rss = z.object({
  '@version': z.literal('2.0'),
  channel: z.object({
    title: z.string().min(1),
    link: absolute,
    description: z.string().min(1),
    item: z.array(
      z.object({
        title: z.string().min(1),
        link: absolute,
        guid: z.object({ '@isPermaLink': z.literal('false'), '#': uuid }),
        pubDate: z.string().regex(/^(Mon|Sun), \d\d Nov 2026 \d\d:\d\d:\d\d GMT$/),
        description: z.string(),
      }),
    ),
  }),
})

const JsonFeed = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: absolute,
  feed_url: absolute,
  items: z.array(
    z.object({
      id: z.string(),
      url: absolute,
      title: z.string(),
      content_html: z.string(),
      date_published: instant,
      date_modified: instant,
    }),
  ),
})

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  isArray: (name) => name === 'entry' || name === 'item',
})

function parse(page: AnyPage, path: string): Readonly<Record<string, unknown>> {
  const xml = renderFiles(page).get(path) ?? ''
  expect(XMLValidator.validate(xml)).toBe(true)
  return z.record(z.string(), z.unknown()).parse(parser.parse(xml))
}
const atomOf = (page: AnyPage, path = 'atom.xml') => AtomFeed.parse(parse(page, path)['feed'])
const rssOf = (page: AnyPage) => Rss.parse(parse(page, 'rss.xml')['rss'])
const jsonOf = (page: AnyPage) => JsonFeed.parse(JSON.parse(renderFiles(page).get('feed.json') ?? ''))

test('[W26] each feed has what its standard requires, with absolute links', () => {
  expect(atomOf(publicPage()).entry).toHaveLength(4)
  expect(rssOf(publicPage()).channel.item).toHaveLength(4)
  expect(jsonOf(publicPage()).items).toHaveLength(4)
})

test('[W26] the three feeds speak of the same messages under the same ids', () => {
  const ids = atomOf(publicPage()).entry.map(({ id }) => id)
  expect(new Set(ids).size).toBe(4)
  expect(rssOf(publicPage()).channel.item.map(({ guid }) => guid['#'])).toEqual(ids)
  expect(jsonOf(publicPage()).items.map(({ id }) => id)).toEqual(ids)
})

test('[W26] a feed without messages is still a feed', () => {
  const quiet = publicPage({ crises: [] })
  expect(parse(quiet, 'atom.xml')['feed']).toMatchObject({ updated: '2026-11-23T02:51:00+01:00' })
  expect(parse(quiet, 'rss.xml')['rss']).toMatchObject({ channel: { ttl: '1' } })
  expect(jsonOf(quiet).items).toEqual([])
})

test('[W27] a correction keeps the id, moves the date and comes to the top', () => {
  const before = publicPage({
    crises: [crisis(false, { messages: [lineOpened, { ...corrected, versions: [corrected.versions[0]] }] })],
  })
  const after = publicPage({ crises: [crisis(false, { messages: [lineOpened, corrected] })] })
  const [, old] = atomOf(before).entry
  const [entry] = atomOf(after).entry
  expect(entry?.id).toBe(old?.id)
  expect(entry?.published).toBe(old?.published)
  expect(entry?.updated).toBe('2026-11-23T02:51:00+01:00')
  expect(entry?.title).toMatch(/^Corrigé\u00A0?: |^Corrigé : /)
  expect(entry?.content?.['#']).toContain('Les écoles de Beaumont-sur-Oise ferment aussi.')
})

test('[W27] a withdrawn text is not repeated', () => {
  const page = publicPage({ crises: [crisis(false, { messages: [withdrawn] })] })
  const [entry] = atomOf(page).entry
  expect(entry?.title).toMatch(/^Retiré/)
  expect(entry?.content?.['#']).toContain('Le pont a été fermé')
  expect(entry?.content?.['#']).not.toContain('riverains')
})

test('[W28] the index names every alert where it is, with its type', () => {
  const files = renderFiles(publicPage())
  const { entry } = atomOf(publicPage(), 'cap.atom')
  const named = entry.map(({ link }) => link['@href'].replace('https://cip.val-fictif.example/info/', ''))
  expect(named.toSorted()).toEqual([...files.keys()].filter((path) => path.startsWith('cap/')).toSorted())
  expect(new Set(entry.map(({ link }) => link['@type']))).toEqual(new Set(['application/cap+xml']))
})

test('[W6] every title in an exercise’s feeds says so, and its links stay on its own page', () => {
  for (const path of ['atom.xml', 'cap.atom']) {
    for (const { title, link } of atomOf(exercisePage(), path).entry) {
      expect(title).toMatch(/^EXERCICE – /)
      expect(link['@href']).toMatch(/^https:\/\/cip\.val-fictif\.example\/exercice\/info/)
    }
  }
})

test('[W6] an exercise is marked once, also when its author has marked it', () => {
  const versions = [version({ title: 'EXERCICE – Mettez-vous en hauteur' })] as const
  const messages = [message({ versions, withdrawn: takenBack('Fin.', t0 + hour) })]
  const [entry] = atomOf(exercisePage({ crises: [crisis(true, { messages })] })).entry
  expect(entry?.title.replaceAll('\u00A0', ' ')).toBe('EXERCICE – Retiré : Mettez-vous en hauteur')
})

test(
  '[W7] hostile text is text in every feed, and its escaping survives the feed’s own',
  { timeout: 30_000 },
  () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('<script>alert(1)</script>', ']]>', '&lt;script&gt;', '"\'>', '<![CDATA['),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const reason = `x${text}x`
        const crises = [crisis(false, { messages: [message({ withdrawn: takenBack(reason, t0 + hour) })] })]
        const said = reason.replaceAll(/[\t ]/g, ' ')
        const [atom] = atomOf(publicPage({ crises })).entry
        expect(atom?.summary.replaceAll('\u00A0', ' ')).toBe(said)
        const content = [
          atom?.content?.['#'],
          rssOf(publicPage({ crises })).channel.item[0]?.description,
          jsonOf(publicPage({ crises })).items[0]?.content_html,
        ]
        for (const html of content) expect(html?.replaceAll(/<\/?p>/g, '')).not.toMatch(/[<>]/)
      }),
      { numRuns: 60 },
    )
  },
)
