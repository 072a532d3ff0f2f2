/** For whoever watches the machine, at an address of its own: what is measured, and why the server is not ready. */
import { createServer, type RequestListener } from 'node:http'
import type { Trouble } from '#shared/followers/followers.ts'
import type { WatchAddress } from '#server/config.ts'
import { originOf } from '#server/http/addresses.ts'
import { listen } from '#server/http/listen.ts'
import { pathOf } from '#server/http/request-target.ts'
import type { Metrics } from '#server/metrics.ts'

/** What `/status` says, in ids and instants: never a name, a number or a text. */
export type Status = Readonly<{
  isReady: boolean
  isClosing: boolean
  isStoring: boolean
  troubles: readonly Trouble[]
}>

type Parts = Readonly<{
  address: WatchAddress | null
  metrics: Metrics
  status: () => Promise<Status>
}>

type Watch = Readonly<{ url: string | null; close: () => void }>

/** Nothing is told where no address is set. @throws ListenRefused */
export async function openWatch({ address, metrics, status }: Parts): Promise<Watch> {
  if (address === null) return { url: null, close: () => undefined }
  const http = createServer(answer(metrics, status))
  const named = { host: 'METRICS_LISTEN', port: 'METRICS_LISTEN' }
  const listening = await listen(http, { ...address, named })
  return {
    url: originOf(address.host, listening),
    close: () => {
      http.close()
      http.closeAllConnections()
    },
  }
}

function answer({ registry }: Metrics, status: () => Promise<Status>): RequestListener {
  const bodies: Readonly<Record<string, () => Promise<readonly [type: string, body: string]>>> = {
    '/metrics': async () => [registry.contentType, await registry.metrics()],
    '/status': async () => ['application/json', `${JSON.stringify(await status())}\n`],
  }
  return (request, response) => {
    const path = pathOf(request)
    const body = Object.hasOwn(bodies, path) ? bodies[path] : undefined
    if (body === undefined || request.method !== 'GET') {
      response.writeHead(404).end()
      return
    }
    body().then(
      ([type, text]) =>
        response
          .writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) })
          .end(text),
      () => response.writeHead(500).end(),
    )
  }
}
