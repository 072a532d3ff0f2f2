import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { pathOf } from '#server/http/request-target.ts'
import { chooseEncoding } from '#server/publicsite/accept-encoding.ts'
import { noticeHtml } from '#server/publicsite/page-html.ts'
import type { PublishedPage } from '#server/publicsite/published-page.ts'
import { htmlType, securityHeaders, type ReadyResponse } from '#server/publicsite/ready-response.ts'

/** Whether the request is for what lies under the page's path. */
export function isFor(page: PublishedPage, request: IncomingMessage): boolean {
  const address = pathOf(request)
  return (
    address.startsWith(page.path) &&
    (address.length === page.path.length || address[page.path.length] === '/')
  )
}

/** Answers what lies under the page's path, from memory. */
export function answer(
  page: PublishedPage,
  request: IncomingMessage,
  response: ServerResponse,
  now: number,
): void {
  const { method } = request
  if (method !== 'GET' && method !== 'HEAD') {
    return void response.writeHead(405, { Allow: 'GET, HEAD', 'Content-Length': 0 }).end()
  }
  const file = page.file(pathOf(request))
  if (file === undefined) return refuse(page, response, method)
  send(file[chooseEncoding(request.headers['accept-encoding'])], request, response, now)
}

function send(ready: ReadyResponse, request: IncomingMessage, response: ServerResponse, now: number): void {
  if (isUnchanged(ready, request.headers, now)) {
    response.writeHead(304, ready.notModified).end()
    return
  }
  response.writeHead(200, ready.headers)
  if (request.method === 'HEAD') response.end()
  else response.end(ready.body)
}

/** The tag decides wherever one is given, as RFC 9110, 13.2.2 orders them; the time only where none is. */
function isUnchanged(
  { etag, modifiedAt }: ReadyResponse,
  { 'if-none-match': tags, 'if-modified-since': since }: IncomingHttpHeaders,
  now: number,
): boolean {
  if (tags !== undefined) return isKnown(tags, etag)
  if (since === undefined || modifiedAt === null) return false
  // What is no date gives NaN, and one that is still to come says nothing (13.1.3).
  const at = Date.parse(since)
  return at >= modifiedAt && at <= now
}

/** The weak comparison that RFC 9110, 13.1.2 asks for: a proxy may have weakened the tag. */
function isKnown(header: string, etag: string): boolean {
  if (header === etag || header === '*') return true
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

/** Before the first publication there is nothing to serve yet; afterwards, the address is wrong. */
function refuse(page: PublishedPage, response: ServerResponse, method: string): void {
  const notice = page.isEmpty
    ? { title: 'Page en préparation', link: { href: page.path, text: 'Réessayer' } }
    : { title: 'Page introuvable', link: { href: page.path, text: 'Voir l’information de la préfecture' } }
  const body = noticeHtml(notice)
  response.writeHead(page.isEmpty ? 503 : 404, {
    'Content-Type': htmlType,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    ...(page.isEmpty ? { 'Retry-After': '5' } : {}),
    ...securityHeaders(htmlType),
  })
  response.end(method === 'HEAD' ? undefined : body)
}
