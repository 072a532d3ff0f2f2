/** Responses made once and sent often: headers as the flat arrays that `writeHead` takes without looking at them twice. */
import type { Encoding } from '#server/publicsite/accept-encoding.ts'
import type { EncodedFile } from '#server/publicsite/encoded-file.ts'
import { styleHash } from '#server/publicsite/page-html.ts'

export type ReadyResponse = Readonly<{
  etag: string
  /** Null when time alone cannot tell it from what was there before. */
  modifiedAt: number | null
  headers: string[]
  notModified: string[]
  body: Buffer
}>
export type ReadyFile = Readonly<Record<Encoding, ReadyResponse>>

/** Who may keep a response: the public's is for everyone, an exercise's for the one person who asked. */
export type Audience = 'public' | 'exercise'

// A CDN asks again after fifteen seconds, and goes on answering for a day when the préfecture does not.
const cacheControl: Readonly<Record<Audience, string>> = {
  public: 'public, max-age=15, stale-while-revalidate=60, stale-if-error=86400',
  exercise: 'private, no-cache',
}

export function readyFile(path: string, file: EncodedFile, audience: Audience): ReadyFile {
  const forms: Readonly<Record<Encoding, Buffer>> = { identity: file.identity, gzip: file.gzip, br: file.br }
  const ready = (encoding: Encoding) => readyResponse(path, forms[encoding], { file, encoding, audience })
  return { identity: ready('identity'), gzip: ready('gzip'), br: ready('br') }
}

type Form = Readonly<{ file: EncodedFile; encoding: Encoding; audience: Audience }>

function readyResponse(path: string, body: Buffer, { file, encoding, audience }: Form): ReadyResponse {
  const { digest, isTold } = file
  const modifiedAt = isTold ? file.modifiedAt : null
  // Each encoding is a representation of its own and bears its own strong tag.
  const etag = encoding === 'identity' ? `"${digest}"` : `"${digest}-${encoding}"`
  const validators = {
    ETag: etag,
    ...(modifiedAt === null ? {} : { 'Last-Modified': new Date(modifiedAt).toUTCString() }),
    'Cache-Control': cacheControl[audience],
    Vary: 'Accept-Encoding',
  }
  const type = contentType(path)
  const headers = {
    'Content-Type': type,
    'Content-Length': String(body.length),
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    ...validators,
    ...securityHeaders(type),
    ...(audience === 'exercise' ? { 'X-Robots-Tag': 'noindex' } : {}),
    // Feeds and alerts are meant for other sites' programs.
    ...(audience === 'public' && type !== htmlType ? { 'Access-Control-Allow-Origin': '*' } : {}),
  }
  return { etag, modifiedAt, headers: flat(headers), notModified: flat(validators), body }
}

export const htmlType = 'text/html; charset=utf-8'

const types: Readonly<Record<string, string>> = {
  'index.html': htmlType,
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
  'cap.atom': 'application/atom+xml; charset=utf-8',
}

/** What is not named above lies under `cap/`. */
function contentType(path: string): string {
  return types[path] ?? 'application/cap+xml; charset=utf-8'
}

function flat(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).flat()
}

/** The page loads nothing and runs nothing; the policy says so. */
export function securityHeaders(type: string): Readonly<Record<string, string>> {
  const style = type === htmlType ? ` style-src ${styleHash};` : ''
  return {
    'Content-Security-Policy': `default-src 'none';${style} img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
  }
}
