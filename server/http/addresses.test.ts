import { expect, test } from 'vitest'
import { addressesOf, originOf } from '#server/http/addresses.ts'
import { readConfig } from '#server/config.ts'

function at(address: string, settings: Readonly<Record<string, string>> = {}) {
  return addressesOf(readConfig({ BIND_HOST: address, ...settings }), { address, port: 3000 })
}

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['127.8.9.1', 'http://127.8.9.1:3000'],
  ['::1', 'http://[::1]:3000'],
])('[W210] %s is this machine’s own, at %s', (address, url) => {
  expect(at(address)).toEqual({ url, localUrl: url, isKnown: true })
})

test.each(['0.0.0.0', '::', '192.0.2.7', '2001:db8::7', '::ffff:192.0.2.7', 'fe80::1%eth0'])(
  '[W210] at %s others come: the address is one that can be gone to, and not known until it is set',
  (address) => {
    const { url, isKnown } = at(address)
    expect(URL.canParse(url)).toBe(true)
    expect(new URL(url).hostname).not.toMatch(/^(0\.0\.0\.0|\[::\])$/)
    expect(isKnown).toBe(false)
    const set = at(address, { PUBLIC_BASE_URL: 'https://cip.example.fr/' })
    expect([set.url, set.isKnown]).toEqual(['https://cip.example.fr', true])
  },
)

test('[W210] behind a proxy others come, wherever the server listens', () => {
  expect(at('127.0.0.1', { TRUST_PROXY: '1' }).isKnown).toBe(false)
})

test('[W210] a name stays the name that was given', () => {
  const { url } = addressesOf(readConfig({ BIND_HOST: 'localhost' }), { address: '::1', port: 80 })
  expect(url).toBe('http://localhost:80')
})

test.each(['0.0.0.0', '::'])('[W210] measures told at %s are announced where one can go to', (address) => {
  const url = new URL(originOf(address, { address, port: 9464 }))
  expect(url.hostname).not.toMatch(/^(0\.0\.0\.0|\[::\])$/)
  expect(url.port).toBe('9464')
})
