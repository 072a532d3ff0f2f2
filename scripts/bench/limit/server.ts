/**
 * The limit: the least that any server must do for the same promise. Raw `ws`, `JSON.parse` and nothing checked, the
 * same grouped commits behind it, an acknowledgement once the commit is on disk, then the entry to everybody.
 * `node scripts/bench/limit/server.ts FOLDER [bare]` prints its address; `bare`: one table instead of the journal.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import { bareTable, sameJournal, type Received } from './stores.ts'

type Waiting = Readonly<{ from: WebSocket; received: Received }>

const [folder = '', kind = 'journal'] = process.argv.slice(2)
const store = kind === 'bare' ? bareTable(folder) : await sameJournal(folder)
const http = createServer((_request, response) => response.end('ok\n'))
const server = new WebSocketServer({ server: http, perMessageDeflate: false })

let waiting: Waiting[] = []
let isCommitting = false
let seq = 0

server.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const text = data.toString()
    waiting.push({ from: socket, received: { ...(JSON.parse(text) as Received), text } })
    if (!isCommitting) commit()
  })
})

function commit(): void {
  const group = waiting
  waiting = []
  isCommitting = group.length > 0
  if (!isCommitting) return
  void store(group.map(({ received }) => received)).then(() => {
    commit()
    tell(group)
  })
}

function tell(group: readonly Waiting[]): void {
  for (const { from, received } of group) from.send(`{"ack":"${received.id}"}`)
  for (const { received } of group) {
    seq += 1
    const entry = `{"seq":${seq},"command":"${received.id}","entry":${received.text}}`
    for (const socket of server.clients) socket.send(entry)
  }
}

http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(http.address() as AddressInfo).port}\n`)
})
process.once('SIGTERM', () => process.exit())
