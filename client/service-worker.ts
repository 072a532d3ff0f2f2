/**
 * Lets the console start without the network, from what it has.
 *
 * Install: everything the build made (list and version written in by `scripts/precache-plugin.ts`) goes into one cache.
 * Activate: at once; the cache of the version before stays, because consoles opened hours ago still fetch their desks
 * from it. Fetch: pages come from the network, or from the cache when it is silent, so the next load takes the new
 * version; files with a hash in their name come from the cache. Everything else is left to the network: the API, the
 * socket and the public page are never kept here.
 *
 * Between a page that leaves and the one that takes its place it holds, in memory, the keys of whoever sits there.
 */
import type { KeyChannel, KeyMessage, Keys } from '#client/lib/key-messages.ts'
import { decideFetch } from '#client/lib/offline-rules.ts'

declare const self: ServiceWorkerGlobalScope
declare const __PRECACHE__: Readonly<{ version: string; files: readonly string[] }>

const prefix = 'cip-console-'
const current = prefix + __PRECACHE__.version
/** A network that takes longer than this is as good as away. */
const patience = 3_000

let keys: Keys | null = null
const keyChannel: KeyChannel = 'cip-keys'
const channel = new BroadcastChannel(keyChannel)

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const what = decideFetch(new URL(request.url), {
    origin: self.location.origin,
    method: request.method,
    isPage: request.mode === 'navigate',
  })
  if (what === 'page') event.respondWith(page(request))
  if (what === 'asset') event.respondWith(asset(request))
})

self.addEventListener('message', ({ data }) => hear(data as KeyMessage))
channel.addEventListener('message', ({ data }: MessageEvent<KeyMessage>) => hear(data))

function hear(message: KeyMessage): void {
  if (message.type === 'told') keys = message.keys
  else if (keys === null || (message.person !== null && message.person !== keys.person)) return
  else if (message.type === 'dropped') keys = null
  else channel.postMessage({ type: 'told', keys } satisfies KeyMessage)
}

async function install(): Promise<void> {
  const cache = await caches.open(current)
  await cache.addAll(__PRECACHE__.files)
  await self.skipWaiting()
}

async function activate(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== current)
  // Keys come in the order the caches were made: all but the latest of the older ones go.
  await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)))
  await self.clients.claim()
}

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(patience) })
  } catch (error) {
    const cache = await caches.open(current)
    const kept = await cache.match('/index.html')
    if (kept === undefined) throw error
    return kept
  }
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}
