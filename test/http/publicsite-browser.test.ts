import { mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumOptions } from '#scripts/lib/chromium.ts'
import { systemClock } from '#server/lib/clock.ts'
import { createPublicSite, type PublicSite } from '#server/publicsite/site.ts'
import { crisis, exercisePage, message, publicPage, version } from '#shared/publicsite/page.fixture.ts'
import type { PublicPage } from '#shared/publicsite/page-model.ts'

const folder = mkdtempSync(join(tmpdir(), 'publicsite-'))
let site: PublicSite
let server: Server
let browser: Browser
let origin: string

beforeAll(async () => {
  site = await createPublicSite(folder, { clock: systemClock, cell: { isBusy: false } })
  server = createServer((incoming, outgoing) => {
    if (site.handle(incoming, outgoing) || site.handleExercise(incoming, outgoing)) return
    outgoing.writeHead(404).end()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch(chromiumOptions)
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true, force: true })
})

const unbroken = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(3)
const long = message({
  id: 'long',
  versions: [version({ title: unbroken, instructions: [unbroken], where: unbroken })],
})
const over = crisis(false, { id: 'over', title: 'Feu à Boissy', closed: true, messages: [] })

const pages: Readonly<Record<string, PublicPage>> = {
  'a flood': publicPage(),
  'nothing happening': publicPage({ crises: [] }),
  'three crises': publicPage({
    crises: [crisis(false), crisis(false, { id: 'two', title: unbroken, messages: [long] }), over],
  }),
}
const views = [320, 1440].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
)

async function look(path: string, { width, colorScheme }: (typeof views)[number]) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    javaScriptEnabled: true,
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  page.on('request', (asked) => asked.url().startsWith(origin) || faults.push(asked.url()))
  const response = await page.goto(origin + path)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  const isStyled = await page.evaluate(() => getComputedStyle(document.body).marginTop === '0px')
  await context.close()
  return {
    status: response?.status(),
    faults,
    isStyled,
    sideways,
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
  }
}

const asItShould = { faults: [], isStyled: true, sideways: 0, violations: [] }

test.each(Object.keys(pages))('[W11] axe finds nothing on %s, in any view', async (name) => {
  await site.publish(pages[name] ?? publicPage(), exercisePage())
  for (const view of views) expect(await look('/info', view)).toEqual({ status: 200, ...asItShould })
})

test('[W11] axe finds nothing on the exercise’s page', async () => {
  await site.publish(publicPage(), exercisePage())
  for (const view of views) expect(await look('/exercice/info', view)).toEqual({ status: 200, ...asItShould })
})

test('[W12] a phone number stays on one line, however narrow the screen', async () => {
  const text = 'Appelez le 01 30 00 00 01, le 0 800 130 000 ou, de l’étranger, le +33 1 30 00 00 01.'
  const told = message({ versions: [version({ what: text, instructions: [text], body: text })] })
  await site.publish(publicPage({ crises: [crisis(false, { messages: [told] })] }), exercisePage())
  const page = await browser.newPage()
  await page.goto(`${origin}/info`)
  const parted = new Map<number, number>()
  for (let width = 320; width <= 480; width += 8) {
    await page.setViewportSize({ width, height: 900 })
    parted.set(width, await page.evaluate(countParted))
  }
  await page.close()
  expect([...parted].filter(([, count]) => count > 0)).toEqual([])
})

/** In the page: numbers that lie on more than one line. */
function countParted(): number {
  const walker = document.createTreeWalker(
    document.querySelector('main') ?? document.body,
    NodeFilter.SHOW_TEXT,
  )
  let count = 0
  while (walker.nextNode() !== null) {
    const { currentNode: node } = walker
    for (const { index, 0: number } of (node.textContent ?? '').matchAll(/(?:\+33|0)[\d\s]{9,}\d/g)) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + number.length)
      if (range.getClientRects().length > 1) count += 1
    }
  }
  return count
}

test('[W1] the page is whole without script, and its text before correction opens by keyboard', async () => {
  await site.publish(publicPage(), exercisePage())
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await page.goto(`${origin}/info`)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
    'Crue de l’Oise à Persan et Beaumont',
  )
  expect(
    await page
      .getByRole('region', { name: /^Ce qu’il faut faire maintenant/ })
      .getByRole('listitem')
      .count(),
  ).toBe(3)
  await page.getByText('Texte avant correction').press('Enter')
  expect(await page.getByText('Toutes les écoles de Persan sont fermées lundi.').isVisible()).toBe(true)
  await context.close()
})
