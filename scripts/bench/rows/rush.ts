/** What a crowd on the public page costs the cell: acknowledgements during the rush against those before it. */
import autocannon from 'autocannon'
import { openArena, type Side } from '../lib/arena.ts'
import type { Bench, Figure, Row } from '../lib/figure.ts'
import { median, medianRatio } from '../lib/statistics.ts'

const consoles = 50
const rate = 50
const connections = 100

async function slowest({ crowd }: Side, bench: Bench): Promise<number> {
  const loaded = await crowd.load({ rate, commands: rate * bench.seconds, senders: consoles })
  return loaded.acknowledgement.p99
}

async function run(bench: Bench): Promise<readonly Figure[]> {
  await using arena = await openArena(bench, 'rush')
  const { ours } = arena
  await ours.crowd.connect({ target: ours.target, count: consoles })
  await slowest(ours, bench)
  const quiet: number[] = []
  const rushed: number[] = []
  for (let round = 0; round < bench.rounds; round += 1) {
    quiet.push(await slowest(ours, bench))
    const rush = autocannon({
      url: `${ours.server.url}/info`,
      connections,
      duration: bench.seconds,
      headers: { 'accept-encoding': 'gzip' },
    })
    rushed.push(await slowest(ours, bench))
    await rush
  }
  return [
    {
      path: 'public page',
      work: `${connections} connections: the consoles' acknowledgement p99 during the rush`,
      ours: median(rushed),
      limit: median(quiet),
      unit: 'ms',
      score: medianRatio(rushed, quiet),
      must: null,
      aim: 1.2,
      better: 'lower',
      rounds: bench.rounds,
    },
  ]
}

export const rush: Row = {
  name: 'rush',
  about: 'acknowledgements while 100 connections ask for the page',
  run,
}
