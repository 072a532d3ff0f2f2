/**
 * The limit: the least that any server must do for the same promise. Raw `ws`, `JSON.parse` and nothing checked, one
 * bare table written in grouped commits with the same durability from a thread of its own, an acknowledgement once the
 * commit is on disk, then the entry to everybody. `node scripts/bench/limit/server.ts FOLDER` prints its address.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import { WebSocketServer, type WebSocket } from 'ws'

type Waiting = Readonly<{ from: WebSocket; id: string; body: string }>

const worker = new Worker(new URL('store.ts', import.meta.url), { workerData: process.argv[2] })
const http = createServer((_request, response) => response.end('ok\n'))
const server = new WebSocketServer({ server: http, perMessageDeflate: false })

let waiting: Waiting[] = []
let committing: readonly Waiting[] = []
let seq = 0

server.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const body = data.toString()
    const { id } = JSON.parse(body) as { id: string }
    waiting.push({ from: socket, id, body })
    if (committing.length === 0) commit()
  })
})

function commit(): void {
  committing = waiting
  waiting = []
  if (committing.length > 0) worker.postMessage(committing.map(({ body }) => body))
}

worker.on('message', () => {
  const done = committing
  commit()
  for (const { from, id } of done) from.send(`{"ack":"${id}"}`)
  for (const { id, body } of done) {
    seq += 1
    const entry = `{"seq":${seq},"command":"${id}","entry":${body}}`
    for (const socket of server.clients) socket.send(entry)
  }
})

http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(http.address() as AddressInfo).port}\n`)
})
process.once('SIGTERM', () => process.exit())
