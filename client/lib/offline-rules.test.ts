import { expect, test } from 'vitest'
import { decideFetch } from '#client/lib/offline-rules.ts'

const origin = 'https://cip.example'
const page = (path: string) => decideFetch(new URL(path, origin), { origin, method: 'GET', isPage: true })
const file = (path: string) => decideFetch(new URL(path, origin), { origin, method: 'GET', isPage: false })

test('[U12] the API, the socket, the public page and the probes are never kept', () => {
  for (const path of [
    '/api/session',
    '/socket.io/?EIO=4',
    '/info',
    '/info/atom.xml',
    '/healthz',
    '/readyz',
    '/metrics',
  ]) {
    expect(page(path)).toBe('network')
    expect(file(path)).toBe('network')
  }
})

test('[U12] desks open from the network first, hashed files from what is kept', () => {
  expect(page('/appels')).toBe('page')
  expect(page('/informations')).toBe('page')
  expect(file('/assets/index-abc.js')).toBe('asset')
  expect(file('/service-worker.js')).toBe('network')
})

test('[U12] what is not a plain reading of this site is left alone', () => {
  const url = new URL('/assets/a.js', origin)
  expect(decideFetch(url, { origin, method: 'POST', isPage: false })).toBe('network')
  expect(decideFetch(url, { origin: 'https://other.example', method: 'GET', isPage: false })).toBe('network')
})
