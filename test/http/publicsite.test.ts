import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPublicSite, type PublicSite } from '#server/publicsite/site.ts'
import { crisis, exercisePage, message, publicPage } from '#shared/publicsite/page.fixture.ts'
import type { PublicPage } from '#shared/publicsite/page-model.ts'

type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>

let folder: string
let now: number
const clock = { now: () => now }
let site: PublicSite
let server: Server

beforeEach(async () => {
  now = Date.UTC(2026, 10, 23, 1, 10, 0, 400)
  folder = await mkdtemp(join(tmpdir(), 'publicsite-'))
  await start()
})
afterEach(async () => {
  await stop()
  await rm(folder, { recursive: true, force: true })
})

async function start(): Promise<void> {
  site = await createPublicSite(folder, { clock, cell: { isBusy: false } })
  server = createServer((incoming, outgoing) => {
    if (site.handle(incoming, outgoing)) return
    // The session check of the application stands here.
    if (incoming.headers.cookie === 'signed-in' && site.handleExercise(incoming, outgoing)) return
    outgoing.writeHead(418).end('the application')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
}
async function stop(): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

function ask(
  path: string,
  { method = 'GET', ...headers }: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
      })
    })
    sent.on('error', reject).end()
  })
}

const quiet: PublicPage = publicPage({ crises: [] })
const noExercise = exercisePage({ crises: [] })

/** A page whose every mention of its title is `title`, long enough to be sent in several pieces. */
function titled(title: string): PublicPage {
  const messages = Array.from({ length: 30 }, (_, i) => {
    const base = message()
    return {
      ...base,
      id: `m${i}`,
      versions: [{ ...base.versions[0], title, what: title.repeat(40) }] as const,
    }
  })
  return publicPage({ crises: [crisis(false, { title, messages })] })
}

test('[W30] each file is answered with its type; other addresses are left alone', async () => {
  await site.publish(publicPage(), noExercise)
  const types = {
    '/info': 'text/html; charset=utf-8',
    '/info/': 'text/html; charset=utf-8',
    '/info?utm=x': 'text/html; charset=utf-8',
    '/info/atom.xml': 'application/atom+xml; charset=utf-8',
    '/info/rss.xml': 'application/rss+xml; charset=utf-8',
    '/info/feed.json': 'application/feed+json; charset=utf-8',
    '/info/cap.atom': 'application/atom+xml; charset=utf-8',
    [`/info/cap/${message().id}.1.xml`]: 'application/cap+xml; charset=utf-8',
  }
  for (const [path, type] of Object.entries(types)) {
    const { status, headers } = await ask(path)
    expect([path, status, headers['content-type']]).toEqual([path, 200, type])
  }
  for (const path of ['/', '/information', '/infos', '/api/info']) expect((await ask(path)).status).toBe(418)
})

test('[W30] the policy lets the page load and run nothing, and feeds be read by other sites', async () => {
  await site.publish(publicPage(), noExercise)
  const { headers } = await ask('/info')
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /)
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cache-control': 'public, max-age=15, stale-while-revalidate=60, stale-if-error=86400',
    vary: 'Accept-Encoding',
  })
  expect(headers['access-control-allow-origin']).toBeUndefined()
  expect((await ask('/info/atom.xml')).headers['access-control-allow-origin']).toBe('*')
})

test('[W31] what the client already has is not sent again', async () => {
  await site.publish(publicPage(), noExercise)
  const etag = String((await ask('/info')).headers.etag)
  for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const answer = await ask('/info', { 'if-none-match': header })
    expect([header, answer.status, answer.body.length, answer.headers.etag]).toEqual([header, 304, 0, etag])
  }
  expect((await ask('/info', { 'if-none-match': '"other"' })).status).toBe(200)
  await site.publish(quiet, noExercise)
  expect((await ask('/info', { 'if-none-match': etag })).status).toBe(200)
})

test('[W31] the tags of two encodings differ', async () => {
  await site.publish(publicPage(), noExercise)
  const plain = String((await ask('/info')).headers.etag)
  const gzip = await ask('/info', { 'accept-encoding': 'gzip', 'if-none-match': plain })
  expect(gzip.status).toBe(200)
  expect(gzip.headers.etag).not.toBe(plain)
  expect(gzip.headers.etag).toMatch(/^"/)
})

const weights: readonly (readonly [string, string | undefined])[] = [
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['gzip;q=1.0, br;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0, gzip;q=0', undefined],
  ['*', 'br'],
  ['*;q=0', undefined],
  ['identity, gzip;q=0.5', undefined],
  ['GZIP ; Q=0.8', 'gzip'],
  ['', undefined],
  ['br;q=nonsense', 'br'],
]

test.each(weights)('[W32] accept-encoding %j is answered in %s', async (header, encoding) => {
  await site.publish(publicPage(), noExercise)
  const { headers, body } = await ask('/info', { 'accept-encoding': header })
  expect(headers['content-encoding']).toBe(encoding)
  expect(Number(headers['content-length'])).toBe(body.length)
  const text = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body
  expect(text).toEqual((await ask('/info')).body)
})

test('[W33] HEAD answers as GET without a body', async () => {
  await site.publish(publicPage(), noExercise)
  const [head, get] = [await ask('/info', { method: 'HEAD' }), await ask('/info')]
  expect(head.body.length).toBe(0)
  const { date: _head, ...headers } = head.headers
  const { date: _get, ...expected } = get.headers
  expect([head.status, headers]).toEqual([get.status, expected])
})

test('[W33] other methods and unknown addresses are refused, and still give the emergency numbers', async () => {
  await site.publish(publicPage(), noExercise)
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await ask('/info', { method })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  }
  for (const path of [
    '/info/nothing',
    '/info/../../etc/passwd',
    '/info/cap/%2e%2e/x.xml',
    '/info//',
    '/info/__proto__',
  ]) {
    const { status, body, headers } = await ask(path)
    expect([path, status]).toEqual([path, 404])
    expect(body.toString()).toContain('tel:112')
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/)
  }
})

test('[W33] before the first publication the page says that it is being made', async () => {
  const { status, headers, body } = await ask('/info')
  expect([status, headers['retry-after']]).toEqual([503, '5'])
  expect(body.toString()).toContain('Page en préparation')
})

test('[W34] two hundred readers see whole versions only, while pages are published', async () => {
  const titles = Array.from({ length: 6 }, (_, i) => `Version ${i} de la page`)
  await site.publish(titled('Version 0 de la page'), noExercise)
  const publishing = titles.reduce(async (before, title) => {
    await before
    await site.publish(titled(title), noExercise)
  }, Promise.resolve())
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, i) => {
      const { body } = await ask('/info', i % 2 === 0 ? { 'accept-encoding': 'gzip' } : {})
      return (i % 2 === 0 ? gunzipSync(body) : body).toString()
    }),
  )
  await publishing
  for (const page of answers) {
    expect(new Set(page.match(/Version \d de la page/g)).size).toBe(1)
    expect(page.trimEnd()).toMatch(/<\/html>$/)
  }
  expect((await ask('/info')).body.toString()).toContain('Version 5 de la page')
})

test('[W34] of the pages wanted while one is being made, the last is what all of them get', async () => {
  const all = ['A', 'B', 'C', 'D'].map((title) => site.publish(titled(title), noExercise))
  await Promise.all(all)
  expect((await ask('/info')).body.toString()).toContain('<title>D – ')
  expect((await readdir(join(folder, 'info/releases'))).length).toBeLessThanOrEqual(2)
})

test('[W34] the folder always holds one whole page, compressed too, and few old ones', async () => {
  for (const title of ['A', 'B', 'C', 'D', 'E']) await site.publish(titled(title), noExercise)
  const current = join(folder, 'info/current')
  expect(await readlink(current)).toBe('releases/000005')
  const index = await readFile(join(current, 'index.html'))
  expect(index.toString()).toContain('<title>E – ')
  expect(gunzipSync(await readFile(join(current, 'index.html.gz')))).toEqual(index)
  expect(brotliDecompressSync(await readFile(join(current, 'index.html.br')))).toEqual(index)
  expect(await readdir(join(folder, 'info/releases'))).toEqual(['000003', '000004', '000005'])
})

test('[W34] the same page published again writes nothing', async () => {
  await site.publish(publicPage(), noExercise)
  const before = await stat(join(folder, 'info/current/index.html'))
  await site.publish(publicPage(), noExercise)
  expect(await readdir(join(folder, 'info/releases'))).toEqual(['000001'])
  expect((await stat(join(folder, 'info/current/index.html'))).ino).toBe(before.ino)
})

test('[W35] a restart serves the folder before anything is published', async () => {
  await site.publish(publicPage(), noExercise)
  const before = await ask('/info', { 'accept-encoding': 'br' })
  await stop()
  await start()
  const after = await ask('/info', { 'accept-encoding': 'br' })
  expect([after.status, after.headers.etag, after.body]).toEqual([200, before.headers.etag, before.body])
})

test.each(['index.html', 'index.html.gz', 'manifest.json'])(
  '[W35] a release whose %s is damaged is passed over',
  async (file) => {
    await site.publish(titled('Avant'), noExercise)
    await site.publish(titled('Après'), noExercise)
    await stop()
    await writeFile(join(folder, 'info/current', file), '')
    await start()
    expect((await ask('/info')).body.toString()).toContain('<title>Avant – ')
    await site.publish(titled('Ensuite'), noExercise)
    expect((await readFile(join(folder, 'info/current/index.html'))).toString()).toContain(
      '<title>Ensuite – ',
    )
  },
)

test('[W36] a page that cannot be made leaves the one that stands', async () => {
  await site.publish(publicPage(), noExercise)
  const faulty = publicPage({ crises: [crisis(false, { messages: [message({ id: 'a/b' })] })] })
  await expect(site.publish(faulty, noExercise)).rejects.toThrow(/id holds/)
  expect((await ask('/info')).body.toString()).toContain('Crue de l’Oise')
  await site.publish(quiet, noExercise)
  expect((await ask('/info')).body.toString()).toContain('Aucun événement en cours')
})

test('[W36] a faulty exercise does not hold back the public', async () => {
  const faulty = exercisePage({ crises: [crisis(true, { messages: [message({ id: 'a/b' })] })] })
  await expect(site.publish(publicPage(), faulty)).rejects.toThrow(/id holds/)
  await site.publish(publicPage(), noExercise)
  expect((await ask('/info')).status).toBe(200)
})

test('[W36] a folder that cannot be written is told, and the page is served all the same', async () => {
  await site.publish(quiet, noExercise)
  await rm(join(folder, 'info'), { recursive: true })
  await writeFile(join(folder, 'info'), 'a file where the folder should be')
  await expect(site.publish(publicPage(), noExercise)).rejects.toThrow(/ENOTDIR|EEXIST/)
  expect((await ask('/info')).body.toString()).toContain('Crue de l’Oise')
  await rm(join(folder, 'info'))
  await site.publish(publicPage(), noExercise)
  expect((await readFile(join(folder, 'info/current/index.html'))).toString()).toContain('Crue de l’Oise')
})

test('[W37] an exercise is answered to those signed in, under its own path, and kept by no shared cache', async () => {
  await site.publish(quiet, exercisePage())
  expect((await ask('/exercice/info')).status).toBe(418)
  const { status, headers, body } = await ask('/exercice/info', { cookie: 'signed-in' })
  expect(status).toBe(200)
  expect(headers).toMatchObject({ 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' })
  expect(body.toString()).toContain('EXERCICE')
  const feeds = ['/info', '/info/atom.xml', '/info/rss.xml', '/info/feed.json', '/info/cap.atom']
  for (const path of feeds) expect((await ask(path)).body.toString()).not.toMatch(/EXERCICE|Crue/)
  expect((await ask(`/info/cap/${message().id}.1.xml`)).status).toBe(404)
})

test('[W213] without a tag the time decides; with one, the tag alone', async () => {
  await site.publish(publicPage(), noExercise)
  const { headers } = await ask('/info')
  const modified = headers['last-modified'] ?? ''
  expect(modified).toBe('Mon, 23 Nov 2026 01:10:00 GMT')
  const since = (time: string, more = {}) => ask('/info', { 'if-modified-since': time, ...more })
  const unchanged = await since(modified, { 'accept-encoding': 'br' })
  expect([unchanged.status, unchanged.headers['last-modified'], unchanged.body.length]).toEqual([
    304,
    modified,
    0,
  ])
  expect((await ask('/info', { method: 'HEAD', 'if-modified-since': modified })).status).toBe(304)
  expect((await since('Mon, 23 Nov 2026 01:09:59 GMT')).status).toBe(200)
  expect((await since('Mon, 23 Nov 2026 01:10:01 GMT')).status).toBe(200)
  expect((await since('yesterday')).status).toBe(200)
  expect((await since(modified, { 'if-none-match': '"another"' })).status).toBe(200)
  const tag = headers.etag ?? ''
  expect((await since('Mon, 23 Nov 2026 00:00:00 GMT', { 'if-none-match': tag })).status).toBe(304)
})

test('[W213] a text corrected within its first second is never taken for the one before', async () => {
  await site.publish(titled('Avant'), noExercise)
  const modified = (await ask('/info')).headers['last-modified'] ?? ''
  now += 300
  await site.publish(titled('Après'), noExercise)
  const { status, headers } = await ask('/info', { 'if-modified-since': modified })
  expect([status, headers['last-modified']]).toEqual([200, undefined])
  await stop()
  await start()
  expect((await ask('/info', { 'if-modified-since': modified })).status).toBe(200)
  now += 60_000
  await site.publish(titled('Ensuite'), noExercise)
  expect((await ask('/info')).headers['last-modified']).toBe('Mon, 23 Nov 2026 01:11:00 GMT')
})

test('[W213] the time outlives a restart, and is that of the files', async () => {
  await site.publish(publicPage(), noExercise)
  const { headers } = await ask('/info/atom.xml')
  await stop()
  now += 3_600_000
  await start()
  await site.publish(publicPage(), noExercise)
  expect((await ask('/info/atom.xml')).headers['last-modified']).toBe(headers['last-modified'])
  const file = await stat(join(folder, 'info/current/atom.xml.gz'))
  expect(file.mtime.toUTCString()).toBe(headers['last-modified'])
})
