import { z } from 'zod'
import { isDepartment } from '#server/communes/departments.ts'

const bool = z.enum(['true', 'false']).transform((text) => text === 'true')

/** A setting as README's table shows it: what it takes, in words, beside the schema that checks it. */
type Setting<T extends z.ZodType> = Readonly<{ schema: T; takes: string }>

function setting<T extends z.ZodType>(takes: string, schema: T): Setting<T> {
  return { takes, schema }
}

/** What an installation calls itself as long as nobody has given it a name. */
export const defaultName = 'Console CIP'

/** Null when it is more, less or something else than `http(s)://host` with or without a port. */
function originIn(text: string): string | null {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  return url.href === `${url.origin}/` ? url.origin : null
}

/** Where what is measured is told. */
export type WatchAddress = Readonly<{ host: string; port: number }>

function watchAddress(text: string): WatchAddress {
  const at = text.lastIndexOf(':')
  const host = at === -1 ? '127.0.0.1' : text.slice(0, at).replaceAll(/[[\]]/g, '')
  return { host, port: Number(text.slice(at + 1)) }
}

const settings = {
  PORT: setting(
    'a port from 0 to 65535 (0: any free one)',
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.number().max(65_535))
      .default(3000),
  ),
  BIND_HOST: setting('an address to listen on', z.string().min(1).default('127.0.0.1')),
  DATA_DIR: setting('a folder for everything that is kept', z.string().min(1).default('./data')),
  PUBLIC_BASE_URL: setting(
    'the http(s) address under which people reach this server, without a path',
    z
      .string()
      .transform((text) => originIn(text))
      .refine((origin) => origin !== null)
      .nullable()
      .default(null),
  ),
  JOURNAL: setting('sqlite or redis', z.enum(['sqlite', 'redis']).default('sqlite')),
  REDIS_URL: setting(
    'a redis:// or rediss:// address',
    z.url({ protocol: /^rediss?$/ }).default('redis://127.0.0.1:6379'),
  ),
  REDIS_DURABLE: setting(
    'checked (refuse a Redis that keeps nothing on disk) or declared (you vouch for it)',
    z.enum(['checked', 'declared']).default('checked'),
  ),
  NAMESPACE: setting(
    'lower-case letters, digits and dashes, 40 at most',
    z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/)
      .default('cip'),
  ),
  MASTER_KEY_FILE: setting(
    'a file (made on first start, mode 600)',
    z.string().min(1).nullable().default(null),
  ),
  TRUST_PROXY: setting(
    'the number of proxies in front, 0 to 10',
    z
      .string()
      .regex(/^(\d|10)$/)
      .transform(Number)
      .default(0),
  ),
  METRICS_LISTEN: setting(
    'a port (of 127.0.0.1), or address:port with an IPv6 address in brackets',
    z
      .string()
      .regex(/^(?:(?:[\w.-]+|\[[0-9a-f:.]+\]):)?\d{1,5}$/i)
      .transform(watchAddress)
      .refine(({ port }) => port <= 65_535)
      .nullable()
      .default(null),
  ),
  LOG_LEVEL: setting(
    'fatal, error, warn, info, debug or silent',
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  ),
  INSTALLATION_NAME: setting(
    'what the console calls itself, 80 characters at most',
    z.string().trim().min(1).max(80).default(defaultName),
  ),
  CONTACT_PHONE: setting(
    'the ordinary number of the préfecture, shown on the public page when nothing is happening',
    z
      .string()
      .regex(/^\+?[\d .]{2,20}$/)
      .nullable()
      .default(null),
  ),
  DEPARTMENTS: setting(
    'département codes, comma separated (their communes come first)',
    z
      .string()
      .regex(/^(\d{2,3}|2[AB])(,(\d{2,3}|2[AB]))*$/)
      .transform((text) => text.split(','))
      .refine((codes) => codes.every((code) => isDepartment(code)))
      .default([]),
  ),
  STATE_BRAND: setting('true or false (official sites of the State only)', bool.default(false)),
} as const

export type Config = Readonly<{ [K in keyof typeof settings]: z.infer<(typeof settings)[K]['schema']> }>

/** A setting that cannot be used; its message is the one line shown to whoever starts the server. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const everyAddress = new Set(['0.0.0.0', '::'])

/** Found here, before anything opens, since "taken by another program" would send its reader looking for one. */
function refuseOnePortTwice({ PORT, BIND_HOST, METRICS_LISTEN }: Config): void {
  if (METRICS_LISTEN === null || PORT === 0 || METRICS_LISTEN.port !== PORT) return
  const { host } = METRICS_LISTEN
  if (host !== BIND_HOST && !everyAddress.has(host) && !everyAddress.has(BIND_HOST)) return
  throw new ConfigError(`METRICS_LISTEN: got "${PORT}", takes another port than PORT`)
}

/** Environment to typed configuration. Throws `ConfigError` naming the variable, what it got and what it takes. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const entries = Object.entries(settings).map(([name, { schema, takes }]) => {
    // An empty variable is how shells and unit files say "not set".
    const given = environment[name] === '' ? undefined : environment[name]
    const parsed = schema.safeParse(given)
    if (parsed.success) return [name, parsed.data]
    throw new ConfigError(`${name}: got ${JSON.stringify(given)}, takes ${takes}`)
  })
  const config = Object.fromEntries(entries) as Config
  refuseOnePortTwice(config)
  return config
}
