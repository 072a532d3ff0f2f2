/** One side of `public-page.ts`, started by it: `limit` or `site`. Tells its parent its address and its page's tag. */
import { createServer, type RequestListener } from 'node:http'
import { mkdtemp, readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '#server/lib/clock.ts'
import { createPublicSite } from '#server/publicsite/site.ts'
import { crisis, exercisePage, message, publicPage } from '#shared/publicsite/page.fixture.ts'

const folder = await mkdtemp(join(tmpdir(), 'public-page-bench-'))
const site = await createPublicSite(folder, { clock: systemClock, cell: { isBusy: false } })
// About 20 KB of HTML: a night's worth of messages.
const messages = Array.from({ length: 10 }, (_, i) => message({ id: `m${i}` }))
await site.publish(publicPage({ crises: [crisis(false, { messages })] }), exercisePage({ crises: [] }))

const html = await readFile(join(folder, 'info/current/index.html'))
const body = await readFile(join(folder, 'info/current/index.html.gz'))
const limitTag = '"limit"'

const limit: RequestListener = (request, response) => {
  if (request.headers['if-none-match'] === limitTag) response.writeHead(304).end()
  else response.writeHead(200, { 'Content-Length': body.length, 'Content-Encoding': 'gzip' }).end(body)
}

const server = createServer(
  process.argv[2] === 'limit' ? limit : (request, response) => void site.handle(request, response),
)
server.listen(0, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/info`
  void announce(url)
})

async function announce(url: string): Promise<void> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'gzip' } })
  console.error(`${process.argv[2]}: ${html.length} bytes of HTML, ${body.length} gzipped`)
  process.send?.({ url, etag: response.headers.get('etag') ?? limitTag })
}
