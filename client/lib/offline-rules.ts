/** Addresses that always speak to the server: live data, the public page, the probes. */
const live = /^\/(?:api|socket\.io|info|healthz|readyz|metrics)(?:\/|$)/u

type Asked = Readonly<{ origin: string; method: string; isPage: boolean }>

/**
 * What the service worker does with a request: `page` = network, else the kept console; `asset` = the kept file, else
 * the network; `network` = not its business.
 */
export function decideFetch(url: URL, { origin, method, isPage }: Asked): 'page' | 'asset' | 'network' {
  if (method !== 'GET' || url.origin !== origin || live.test(url.pathname)) return 'network'
  if (isPage) return 'page'
  return url.pathname.startsWith('/assets/') ? 'asset' : 'network'
}
