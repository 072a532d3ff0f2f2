import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The server cannot listen there; its message is the one line for whoever starts it. */
export class ListenRefused extends Error {
  override readonly name = 'ListenRefused'
}

export type Place = Readonly<{
  host: string
  port: number
  /** The settings that say so, for the sentence. */
  named: Readonly<{ host: string; port: string }>
}>

/** @throws ListenRefused */
export async function listen(http: Server, { host, port, named }: Place): Promise<AddressInfo> {
  http.listen(port, host)
  try {
    await once(http, 'listening')
  } catch (error) {
    throw new ListenRefused(sentenceFor((error as NodeJS.ErrnoException).code, { host, port, named }), {
      cause: error,
    })
  }
  return http.address() as AddressInfo
}

function sentenceFor(code: string | undefined, { host, port, named }: Place): string {
  if (code === 'EADDRINUSE') {
    return `${named.port}: ${port} is taken by another program; choose another, or 0 for any free one`
  }
  if (code === 'EACCES') {
    return `${named.port}: ${port} may not be used by this user; choose one from 1024 on, or put a proxy in front`
  }
  return `${named.host}: got ${JSON.stringify(host)}, takes an address of this machine (${code ?? 'unknown'})`
}
