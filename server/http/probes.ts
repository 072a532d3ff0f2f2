/**
 * What anyone may ask of the machine: whether the process lives, whether what is entered would be stored. One word, at one
 * address each: why not, and all that is measured, is told elsewhere (watch.ts).
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pathOf } from '#server/http/request-target.ts'

type Answer = Readonly<{ status: number; word: string }>

/** False when the address is not a probe's. To be called ahead of all that knows what an address resembles. */
export function answerProbe(
  request: IncomingMessage,
  response: ServerResponse,
  isReady: () => Promise<boolean>,
): boolean {
  const path = pathOf(request)
  if (path === '/healthz') tell(request, response, { status: 200, word: 'ok' })
  else if (path === '/readyz') {
    void isReady().then((ready) =>
      tell(request, response, ready ? { status: 200, word: 'ready' } : { status: 503, word: 'not ready' }),
    )
  } else if (resemblesProbe(path)) tell(request, response, { status: 404, word: 'not found' })
  else return false
  return true
}

/** As often as a console tries again. */
const retryAfter = '2'

function tell({ method }: IncomingMessage, response: ServerResponse, { status, word }: Answer): void {
  const body = `${word}\n`
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(status === 503 ? { 'Retry-After': retryAfter } : {}),
  })
  response.end(method === 'HEAD' ? undefined : body)
}

const names: ReadonlySet<string> = new Set(['healthz', 'readyz', 'metrics'])

/**
 * `/READYZ`, `//readyz`, `/%72eadyz`, `/readyz/`: a proxy may take them for the probe's address or for another, so they are
 * nobody's. Otherwise they would be the console's page, and a monitor would read its 200 as "ready".
 */
function resemblesProbe(path: string): boolean {
  const first = decoded(path)
    .split(/[/\\]+/)
    .find((segment) => segment !== '')
  return first !== undefined && names.has(first.toLowerCase())
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(new URL(`http://here${path}`).pathname)
  } catch {
    return path
  }
}
