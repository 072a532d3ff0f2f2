import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { beforeAll, expect, test } from 'vitest'
import { communesRoutes } from '#server/communes/routes.ts'
import { beginJourney } from '../support/journey.ts'

const { consoles, keep } = beginJourney()
let page: Page
let url: string

/** The console's module, alone on a page, as the browser will run it. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: 'client/lib/communes.ts', formats: ['es'] } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (output === undefined || !('output' in output)) throw new Error('nothing was built')
  return output.output[0].code
}

const html = `<!doctype html><title>communes</title>
<script type="module">import * as communes from '/communes.js'; globalThis.communes = communes</script>`

beforeAll(async () => {
  const code = await bundle()
  const app = express().use('/api/communes', communesRoutes())
  app.get('/communes.js', (_request, response) => void response.type('text/javascript').send(code))
  app.get('/', (_request, response) => void response.type('html').send(html))
  const server = keep(createServer(app))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  page = await consoles.open('poste', url, { path: '' })
})

/** What a person gets after opening or reloading the page and typing «beaumont». As text: it runs in the browser as it stands. */
async function typeAhead(): Promise<unknown> {
  return await page.evaluate(`communes.loadCommunes(['95', '60']).then((source) => ({
    source,
    first: communes.searchLocal('beaumont', ['95'])[0]?.name ?? null,
    nowhere: communes.searchLocal('zzzz', []).length,
  }))`)
}

test('[M9] once loaded, a console finds communes without the network, after a reload too', async () => {
  const found = { first: 'Beaumont-sur-Oise', nowhere: 0 }
  await page.goto(url)
  expect(await typeAhead()).toEqual({ source: 'fresh', ...found })

  // A page's own files come from the service worker: only the data's way is cut.
  await page.route('**/api/**', (route) => route.abort('internetdisconnected'))
  await page.reload()
  expect(await typeAhead()).toEqual({ source: 'kept', ...found })

  await page.evaluate(`indexedDB.deleteDatabase('cip-communes-2')`)
  await page.reload()
  expect(await typeAhead()).toEqual({ source: 'absent', first: null, nowhere: 0 })
})
