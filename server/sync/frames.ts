import type { Socket } from 'socket.io'

/*
 * A frame for two thousand consoles is built once: Socket.IO's text for the event, inside engine.io's message, inside
 * one WebSocket frame, and those bytes are handed to each TCP socket. Socket.IO's own broadcast costs 1.4 × a raw `ws`
 * server for each delivery, this costs what raw `ws` costs (docs/performance.md).
 *
 * Acknowledgements are written in the same way: encoding one and leading it through Socket.IO's and engine.io's queues
 * took longer than writing it, and somebody waits for it.
 *
 * It holds because only the WebSocket transport is allowed and per-message compression is off: a frame is then always
 * written whole, so bytes written between two of them can't land inside one. A snapshot is two of them, its text and its
 * bytes: while engine.io has something of its own to write, everything goes through its queue. The shapes relied on are checked once per
 * connection; where they do not hold the event goes the ordinary way.
 */

export type Prepared = Readonly<{ event: string; payload: unknown; bytes: Buffer }>

/** Encodes an event with one JSON argument for any number of consoles. */
export function prepare(event: string, payload: unknown): Prepared {
  // 4: engine.io "message"; 2: Socket.IO "event", in the default namespace, without acknowledgement.
  return { event, payload, bytes: textFrame(Buffer.from(`42${JSON.stringify([event, payload])}`)) }
}

export function send(socket: Socket, { event, payload, bytes }: Prepared): void {
  const tcp = idleTcpOf(socket)
  if (tcp === null) socket.emit(event, payload)
  else tcp.write(bytes)
}

type Acknowledge = (id: number) => (answer: unknown) => void

/** From now on the callbacks that this console's events bring along write their answer to its connection. */
export function acknowledgeDirectly(socket: Socket): void {
  const inner = socket as unknown as { ack: Acknowledge }
  const ordinary = inner.ack.bind(socket)
  inner.ack = (id) => (answer) => {
    const tcp = socket.connected ? idleTcpOf(socket) : null
    if (tcp === null) ordinary(id)(answer)
    // 4: engine.io "message"; 3: Socket.IO "acknowledgement" of the event with that id.
    else tcp.write(textFrame(Buffer.from(`43${id}${JSON.stringify([answer])}`)))
  }
}

/** Bytes that the network has not taken yet from this console. */
export function backlogOf(socket: Socket): number {
  return tcpOf(socket)?.writableLength ?? 0
}

type Tcp = Readonly<{ write: (bytes: Buffer) => unknown; writableLength: number }>

/** Null while engine.io is writing: a console closes its connection on a text that comes between a snapshot's two frames. */
function idleTcpOf(socket: Socket): Tcp | null {
  const { transport, writeBuffer } = socket.conn as unknown as {
    transport: { writable: boolean }
    writeBuffer: readonly unknown[]
  }
  return transport.writable && writeBuffer.length === 0 ? tcpOf(socket) : null
}

function tcpOf({ conn }: Socket): Tcp | null {
  const { transport } = conn as unknown as { transport: { name: string; socket?: { _socket?: Tcp | null } } }
  return transport.name === 'websocket' ? (transport.socket?._socket ?? null) : null
}

/** A final, unmasked text frame (RFC 6455, 5.2). */
function textFrame(payload: Buffer): Buffer {
  const { length } = payload
  if (length < 126) return Buffer.concat([Buffer.from([0x81, length]), payload])
  const isShort = length < 65_536
  const header = Buffer.alloc(isShort ? 4 : 10)
  header[0] = 0x81
  header[1] = isShort ? 126 : 127
  if (isShort) header.writeUInt16BE(length, 2)
  else header.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([header, payload])
}
