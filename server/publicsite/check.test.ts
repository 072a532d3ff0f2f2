import { expect, test } from 'vitest'
import { checkPage, UnpublishablePage } from '#server/publicsite/check.ts'
import { crisis, message, publicPage, t0, takenBack, version } from '#shared/publicsite/page.fixture.ts'
import { minute } from '#shared/lib/time.ts'
import type { AnyPage, PublicMessage, PublicPage } from '#shared/publicsite/page-model.ts'

function holding(...messages: readonly PublicMessage[]): PublicPage {
  return publicPage({ crises: [crisis(false, { messages })] })
}
function at(url: string): PublicPage {
  const page = publicPage()
  return { ...page, installation: { ...page.installation, url } }
}

const later = version({ publishedAt: t0 + 30 * minute, correction: 'Le pont.' })
const faults: readonly (readonly [string, AnyPage, RegExp])[] = [
  [
    'an alert that expires as it is sent',
    holding(message({ versions: [version({ expiresAt: t0 + 12 * minute + 999 })] })),
    /expires/,
  ],
  [
    'a correction that does not say what changed',
    holding(message({ versions: [version(), { ...later, correction: ' ' }] })),
    /correction/,
  ],
  [
    'a second version without a correction',
    holding(message({ versions: [version(), { ...later, correction: null }] })),
    /correction/,
  ],
  ['a first version with a correction', holding(message({ versions: [later] })), /correction/],
  [
    'a withdrawal without a reason',
    holding(message({ withdrawn: takenBack(' ', later.publishedAt) })),
    /reason/,
  ],
  ['a message without a title', holding(message({ versions: [version({ title: ' ' })] })), /title/],
  ['two messages with one id', holding(message(), message()), /same id/],
  ['an id that is a path', holding(message({ id: '../../etc/passwd' })), /id holds/],
  ['an id that CAP forbids', holding(message({ id: 'a,b' })), /id holds/],
  [
    'a commune without an INSEE code',
    publicPage({ crises: [crisis(false, { communes: [{ code: 'Persan', name: 'x' }] })] }),
    /INSEE/,
  ],
  [
    'an alert in the form of a newer version',
    holding(message({ versions: [{ ...version(), alert: { ...version().alert, form: 2 as 1 } }] })),
    /form/,
  ],
  ['a relative address', at('/cip'), /installation.url/],
  ['an address that runs code', at('javascript:alert(1)'), /installation.url/],
]

test.each(faults)('[W8] %s is refused', (_name, page, fault) => {
  expect(() => checkPage(page)).toThrow(UnpublishablePage)
  expect(() => checkPage(page)).toThrow(fault)
})

test('[W6] an exercise that a cast has put on the public page is refused', () => {
  const crises = [crisis(true)] as unknown as PublicPage['crises']
  expect(() => checkPage(publicPage({ crises }))).toThrow(/wrong page/)
})

test('[W6] the compiler refuses an exercise on the public page', () => {
  // @ts-expect-error an exercise is not a real crisis
  const page: PublicPage = publicPage({ crises: [crisis(true)] })
  expect(() => checkPage(page)).toThrow(UnpublishablePage)
})

test('[W8] a Corsican commune and a page without crises are published', () => {
  checkPage(publicPage({ crises: [crisis(false, { communes: [{ code: '2A004', name: 'Ajaccio' }] })] }))
  checkPage(publicPage({ crises: [] }))
})
