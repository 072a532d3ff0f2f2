import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { loadCommunes } from '#server/communes/load.ts'
import { errorHandler } from '#server/http/edge.ts'
import { createLogger } from '#server/lib/logger.ts'
import { communesRoutes } from '#server/communes/routes.ts'
import { departmentOf, type FoundCommune } from '#shared/communes/commune.ts'
import {
  CommunePackSchema,
  CommuneSchema,
  FormerCommuneSchema,
  FoundCommuneSchema,
} from '#shared/communes/schema.ts'

let server: Server
let url: string

beforeAll(async () => {
  server = createServer(
    express()
      .use('/api/communes', communesRoutes())
      .use(errorHandler(createLogger('silent'))),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/communes`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

async function search(query: string): Promise<readonly FoundCommune[]> {
  const response = await fetch(`${url}?${query}`)
  expect(response.status).toBe(200)
  return z.array(FoundCommuneSchema).parse(await response.json())
}

test('[M5] the list holds the current communes of all of France, each once and as the schema says', () => {
  const { communes } = loadCommunes().list
  const codes = new Set(
    z
      .array(CommuneSchema)
      .parse(communes)
      .map(({ code }) => code),
  )
  expect(codes.size).toBe(communes.length)
  expect(communes.length).toBeGreaterThan(34_000)
  for (const code of ['95487', '2A004', '97411', '97611', '97502', '98818', '98735'])
    expect(codes).toContain(code)
  // Merged into another: a delegated commune, no longer a current one.
  expect(codes).not.toContain('01091')
})

test('[M244] every former commune and arrondissement leads to a commune of today, of its own département', () => {
  const { communes, former } = loadCommunes().list
  const today = new Map(communes.map(({ code, department }) => [code, department]))
  for (const one of z.array(FormerCommuneSchema).parse(former))
    expect(today.get(one.now)).toBe(departmentOf(one.now))
  expect(former.length).toBeGreaterThan(4_000)
  const now = (code: string) => former.filter((one) => one.code === code).map((one) => one.now)
  expect([...now('75115'), ...now('69383'), ...now('13208')]).toEqual(['75056', '69123', '13055'])
  expect([...now('91182'), ...now('74093'), ...now('01091')]).toEqual(['91228', '74010', '01033'])
})

describe('GET /api/communes', () => {
  test('[M6] answers the best matches, those near first, as many as asked', async () => {
    expect((await search('q=persan&near=95')).map(({ name }) => name)).toEqual(['Persan'])
    const near = await search('q=beaumont&near=95,60&limit=3')
    expect(near).toHaveLength(3)
    expect(near[0]?.department).toBe('95')
    expect(await search('q=')).toEqual([])
    expect((await search('q=cran-gevrier'))[0]).toMatchObject({ name: 'Annecy', formerName: 'Cran-Gevrier' })
    expect((await search('q=paris 15'))[0]).toMatchObject({ code: '75056', department: '75' })
  })

  test.each([
    ['', 'q'],
    ['q=a&q=b', 'q'],
    [`q=${'a'.repeat(101)}`, 'q'],
    ['q=a&limit=0', 'limit'],
    ['q=a&limit=51', 'limit'],
    ['q=a&limit=dix', 'limit'],
    ['q=a&near=Oise', 'near.0'],
  ])('[M7] «?%.30s» is refused, naming %s', async (query, field) => {
    const response = await fetch(`${url}?${query}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ code: 'request.invalid', field, detail: null })
  })
})

describe('GET /api/communes/pack', () => {
  test('[M8] gives the whole départements asked for, under a hash that costs nothing to ask again', async () => {
    const response = await fetch(`${url}/pack?department=95,2a`)
    const { hash, communes, former } = CommunePackSchema.parse(await response.json())
    expect(new Set(former.map(({ now }) => departmentOf(now)))).toEqual(new Set(['2A', '95']))
    expect(new Set(communes.map(({ department }) => department))).toEqual(new Set(['2A', '95']))
    expect(response.headers.get('etag')).toBe(`"${hash}"`)
    const again = await fetch(`${url}/pack?department=95,2A`, {
      headers: { 'If-None-Match': `"${hash}"`, 'Cache-Control': 'max-age=0' },
    })
    expect(again.status).toBe(304)
  })

  test.each([
    ['', 'department'],
    ['department=', 'department.0'],
    ['department=95,,60', 'department.1'],
    ['department=01,02,03,04,05,06,07,08,09,10,11', 'department'],
  ])('[M7] «?%s» is refused, naming %s', async (query, field) => {
    const response = await fetch(`${url}/pack?${query}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ code: 'request.invalid', field, detail: null })
  })
})
