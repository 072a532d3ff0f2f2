/**
 * `node scripts/bench/public-page.ts [rounds]`: the public page against its limit, a bare `node:http` server that sends
 * the same bytes from one ready buffer. Each server is a process of its own; their rounds are interleaved, because a
 * machine's speed drifts more than they differ. Prints a table of medians and, last, the same as JSON.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'

const connections = 100
const secondsPerRound = 3
const rounds = Math.max(5, Number(process.argv[2] ?? 5))

type Contender = Readonly<{ name: 'limit' | 'site'; child: ChildProcess; url: string; etag: string }>
type Figures = Readonly<{ limit: readonly number[]; site: readonly number[] }>

async function start(name: 'limit' | 'site'): Promise<Contender> {
  const child = fork(new URL('public-page-server.ts', import.meta.url), [name])
  const [ready] = (await once(child, 'message')) as [Readonly<{ url: string; etag: string }>]
  return { name, child, ...ready }
}

async function requestsPerSecond(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const result = await autocannon({ url, connections, duration: secondsPerRound, headers: { ...headers } })
  if (result.errors > 0) throw new Error(`${result.errors} requests to ${url} failed`)
  return result.requests.average
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Alternates who goes first, so that neither always inherits the other's warm machine. */
async function compare(contenders: readonly Contender[], isConditional: boolean): Promise<Figures> {
  const figures = { limit: [] as number[], site: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, url, etag } of round % 2 === 0 ? contenders : contenders.toReversed()) {
      const headers = { 'accept-encoding': 'gzip', ...(isConditional ? { 'if-none-match': etag } : {}) }
      figures[name].push(await requestsPerSecond(url, headers))
    }
  }
  return figures
}

function summary(path: string, { limit, site }: Figures) {
  const ratio = Math.round((median(site) / median(limit)) * 1000) / 1000
  return { path, limit: Math.round(median(limit)), site: Math.round(median(site)), ratio, rounds }
}

const contenders = [await start('limit'), await start('site')]
try {
  for (const { url } of contenders) await requestsPerSecond(url, { 'accept-encoding': 'gzip' })
  const results = [
    summary('page, gzip (200)', await compare(contenders, false)),
    summary('page, unchanged (304)', await compare(contenders, true)),
  ]
  console.table(results)
  console.log(JSON.stringify({ bench: 'public-page', connections, results }))
} finally {
  for (const { child } of contenders) child.kill()
}
