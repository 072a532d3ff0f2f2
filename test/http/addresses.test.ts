import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'
import { bringOut } from '../support/publication.ts'
import { eventually } from '../support/eventually.ts'

/** A loaded machine makes the first page late. */

/** What a server answers to these bytes; `fetch` would put the address in order first. */
async function ask(
  url: string,
  target: string,
  method = 'GET',
): Promise<Readonly<{ status: number; body: string }>> {
  const { hostname, port, host } = new URL(url)
  const socket = connect({ host: hostname.replaceAll(/[[\]]/g, ''), port: Number(port) })
  socket.end(`${method} ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  const [head = '', ...body] = (await text(socket)).split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), body: body.join('\r\n\r\n') }
}

test.each(['::1', '::', '0.0.0.0'])(
  '[W211] bound to %s the page is made and the address leads to it',
  async (host) => {
    await using app = await TestApp.start({ environment: { BIND_HOST: host } })
    await eventually(async () => expect((await fetch(`${app.url}/info`)).status).toBe(200))
    expect(await (await fetch(`${app.url}/info`)).text()).toContain(app.url)
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
  },
)

test('[B201] open to others without a public address, nothing real goes out; an exercise does', async () => {
  await using app = await TestApp.start({ environment: { BIND_HOST: '0.0.0.0' } })
  const switchboard = await app.console('switchboard')
  const real = await bringOut(app, await openCrisis(switchboard, 'real'))
  expect(real.sent).toMatchObject({ refusal: { code: 'messages.installation-unaddressed' } })
  const exercise = await bringOut(app, await openCrisis(switchboard, 'exercise'))
  expect(exercise.sent).toMatchObject({ status: 'recorded' })
})

test('[W212] a request in absolute form is treated by its path, whatever host it names', async () => {
  await using app = await TestApp.start()
  await eventually(async () => expect((await ask(app.url, '/info')).status).toBe(200))
  for (const target of ['http://elsewhere.example/info', 'HTTP://u:p@h:81/info?x=1']) {
    expect((await ask(app.url, target)).body).toContain('Aucun événement')
  }
  expect(await ask(app.url, 'http://elsewhere.example/healthz')).toEqual({ status: 200, body: 'ok\n' })
  expect((await ask(app.url, 'http://elsewhere.example/exercice/info')).status).toBe(401)
  expect((await ask(app.url, 'http://elsewhere.example/api/installation')).body).toContain('"isSetUp":true')
  expect((await ask(app.url, 'http://elsewhere.example/api/access/sign-out', 'POST')).status).toBe(403)
})

test('[N200] probes answer at their own address and in one word; what resembles it is nobody’s', async () => {
  await using app = await TestApp.start({ consoleFolder: new URL('.', import.meta.url).pathname })
  expect(await ask(app.url, '/healthz')).toEqual({ status: 200, body: 'ok\n' })
  expect(await ask(app.url, '/readyz?from=monitor')).toEqual({ status: 200, body: 'ready\n' })
  expect(await ask(app.url, '/readyz', 'HEAD')).toEqual({ status: 200, body: '' })
  const resembling = [
    '/READYZ',
    '/Healthz',
    '/readyz/',
    '//readyz',
    '/%72eadyz',
    '/./readyz',
    '/x/../readyz',
    '/\\readyz',
    '/metrics',
    '/METRICS',
    '/metrics/',
    '/metrics/x',
    '/%6Detrics',
    'http://h//metrics',
  ]
  for (const target of resembling) {
    expect([target, await ask(app.url, target)]).toEqual([target, { status: 404, body: 'not found\n' }])
  }
})

test('[N201] measures and reasons are told at an address of their own alone, and nowhere by default', async () => {
  await using silent = await TestApp.start({ environment: { METRICS_LISTEN: '' } })
  expect(silent.watchUrl).toBeNull()
  await using app = await TestApp.start()
  const url = app.watchUrl ?? ''
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect((await ask(url, '/metrics')).body).toContain('cip_journal_head')
  expect(JSON.parse((await ask(url, '/status')).body)).toEqual({
    isReady: true,
    isClosing: false,
    isStoring: true,
    troubles: [],
  })
  for (const target of ['/METRICS', '/metrics/', '/', '/api/installation', '/__proto__']) {
    expect((await ask(url, target)).status).toBe(404)
  }
  expect((await ask(url, '/metrics', 'POST')).status).toBe(404)
})
