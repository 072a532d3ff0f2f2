import { expect, test } from 'vitest'
import { loadCommunes } from '#server/communes/load.ts'
import { ConfigError, readConfig, type Config } from '#server/config.ts'
import { prepareDataFolder } from '#server/data-folder.ts'

/** Values that cannot be used, of each setting that does not take any text. */
const wrong: Readonly<Partial<Record<keyof Config, readonly string[]>>> = {
  PORT: ['-1', '65536', '80a', '3000.5', '0x50', ' 80', '99999999'],
  PUBLIC_BASE_URL: [
    'cip.example.fr',
    'cip.example.fr:443',
    'localhost:3000',
    '//cip.example.fr',
    'ftp://cip.example.fr',
    'https://',
    'https://cip.example.fr/cip',
    'https://cip.example.fr/?a',
    'https://cip.example.fr/#a',
    'https://user:pass@cip.example.fr',
    'javascript:alert(1)',
    'https://[::1',
  ],
  JOURNAL: ['postgres', 'SQLITE'],
  REDIS_URL: ['redis', 'localhost:6379', 'http://localhost', 'redis//x'],
  REDIS_DURABLE: ['yes', 'true'],
  NAMESPACE: ['Cip', 'a b', 'x'.repeat(41), 'é'],
  TRUST_PROXY: ['-1', '11', 'true', 'loopback'],
  METRICS_LISTEN: ['eth0', ':9464', '65536', '127.0.0.1', '::1:9464x', 'http://h:1', '9999999', '[::1]'],
  LOG_LEVEL: ['verbose', 'INFO'],
  INSTALLATION_NAME: ['   ', 'x'.repeat(81)],
  CONTACT_PHONE: ['☎', 'préfecture', '1', '0'.repeat(22)],
  DEPARTMENTS: ['99999', '60;95', '60,', 'Oise', '2C', '99', '20', '60,96'],
  STATE_BRAND: ['1', 'yes', 'TRUE'],
}

const cases = Object.entries(wrong).flatMap(([name, values]) => values.map((value) => [name, value] as const))

test.each(cases)(
  '[J200] %s=%j is refused in one line that names it, what it got and what it takes',
  (name, value) => {
    const read = () => readConfig({ [name]: value })
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(new RegExp(`^${name}: got ".*", takes [^\\n]+$`))
  },
)

/** Any text is one until the machine is asked (J201). */
const takingAnyText: readonly string[] = ['BIND_HOST', 'DATA_DIR', 'MASTER_KEY_FILE']

test('[J200] the walk above knows every setting', () => {
  const walked = [...Object.keys(wrong), ...takingAnyText]
  expect(walked.toSorted()).toEqual(Object.keys(readConfig({})).toSorted())
})

test('[J200] every département that has communes is one, and no other', () => {
  const codes = new Set(loadCommunes().list.communes.map(({ department }) => department))
  expect(readConfig({ DEPARTMENTS: [...codes].join(',') }).DEPARTMENTS).toEqual([...codes])
})

test('[J200] one port for the console and the measures is refused, where their addresses meet', () => {
  const read = (more: object) => () => readConfig({ PORT: '3000', METRICS_LISTEN: '3000', ...more })
  const refusal = 'METRICS_LISTEN: got "3000", takes another port than PORT'
  expect(read({})).toThrow(refusal)
  expect(read({ BIND_HOST: '0.0.0.0' })).toThrow(refusal)
  expect(read({ BIND_HOST: '192.0.2.7' })).not.toThrow()
  expect(read({ PORT: '0', METRICS_LISTEN: '0' })).not.toThrow()
})

test('[J201] a data folder where none can be made is told in one sentence', () => {
  expect(() => prepareDataFolder('/proc/x')).toThrow(
    /^DATA_DIR: got "\/proc\/x", takes [^\n]+none can be made there/,
  )
})

test('[J200] what is written in another way is read as meant, and an empty variable is not set', () => {
  expect(readConfig({ PUBLIC_BASE_URL: 'HTTPS://Cip.Example.fr:443/' }).PUBLIC_BASE_URL).toBe(
    'https://cip.example.fr',
  )
  expect(readConfig({ METRICS_LISTEN: '9464' }).METRICS_LISTEN).toEqual({ host: '127.0.0.1', port: 9464 })
  expect(readConfig({ METRICS_LISTEN: '[::1]:9464' }).METRICS_LISTEN).toEqual({ host: '::1', port: 9464 })
  const empty = Object.fromEntries(Object.keys(readConfig({})).map((name) => [name, '']))
  expect(readConfig(empty)).toEqual(readConfig({}))
})
