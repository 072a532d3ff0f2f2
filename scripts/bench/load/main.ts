/** The load: thousands of consoles in one process, apart from the servers they load. Takes orders from its parent. */
import { v7 } from 'uuid'
import { logCall } from '../lib/sheet.ts'
import { openLine, type Line } from './line.ts'
import type { Joined, Loaded, Order, Target } from './orders.ts'
import { Tracker } from './tracker.ts'

const connectAtOnce = 50
const tickMs = 4
/** What has not come by then is counted as lost. */
const patienceMs = 20_000
const checkMs = 20

type Seat = Readonly<{ line: Line; target: Target }>

const tracker = new Tracker()
const startedAt = Date.now()
let senders: Seat[] = []
let seats: Seat[] = []
let listeners = 0

async function connect({
  target,
  count,
  submits,
  listens,
}: Extract<Order, { do: 'connect' }>): Promise<void> {
  for (let from = 0; from < count; from += connectAtOnce) {
    const lines = Array.from({ length: Math.min(connectAtOnce, count - from) }, (_, n) =>
      openLine(target, { nth: from + n, tracker, listens }),
    )
    await Promise.all(lines.map(({ ready }) => ready))
    const seated = lines.map((line) => ({ line, target }))
    seats.push(...seated)
    if (submits) senders.push(...seated)
    if (listens) listeners += seated.length
  }
}

async function load({ rate, commands, senders: most }: Extract<Order, { do: 'load' }>): Promise<Loaded> {
  const writing = senders.slice(0, most)
  tracker.begin()
  await pace(rate, commands, (n) => {
    const seat = writing[n % writing.length]
    if (seat !== undefined) submit(seat)
  })
  await settle()
  return tracker.result(listeners)
}

/** Calls `act` for each of `count` moments at an even rate, however coarse the timers are. */
function pace(rate: number, count: number, act: (n: number) => void): Promise<void> {
  const began = performance.now()
  let done = 0
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(count, Math.floor(((performance.now() - began) * rate) / 1_000) + 1)
      for (; done < due; done += 1) act(done)
      if (done < count) return
      clearInterval(timer)
      resolve()
    }, tickMs)
  })
}

async function settle(): Promise<void> {
  const patience = performance.now() + patienceMs
  while (!tracker.isComplete(listeners) && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, checkMs))
  }
}

const command = JSON.stringify(logCall(startedAt, 1))

function submit({ line, target }: Seat): void {
  const id = v7()
  const crisis = target.kind === 'ours' ? target.crisis : '01977f00-0000-7000-8000-000000000000'
  line.submit(id, `{"id":"${id}","crisis":"${crisis}","command":${command}}`)
}

async function join(target: Target): Promise<Joined> {
  const line = openLine(target, { nth: 0, tracker, listens: false })
  await line.ready
  const joined = { bytes: line.bytes, ms: performance.now() - line.askedAt }
  line.close()
  return joined
}

function leave(): void {
  for (const { line } of seats) {
    line.ready.catch(() => {})
    line.close()
  }
  seats = []
  senders = []
  listeners = 0
}

async function carryOut(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'connect':
      return connect(order)
    case 'load':
      return load(order)
    case 'join':
      return join(order.target)
    case 'leave':
      return leave()
    default:
      return order satisfies never
  }
}

process.on('message', (order: Order) => {
  void carryOut(order).then((answer) => process.send?.({ answer: answer ?? null }))
})
process.on('disconnect', () => process.exit())
