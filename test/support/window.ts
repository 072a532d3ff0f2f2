/** What a browser's window has and happy-dom's lacks: Node's own, which follow the same standards. */
import { CompressionStream, DecompressionStream } from 'node:stream/web'
import { BroadcastChannel } from 'node:worker_threads'

Object.assign(globalThis, { BroadcastChannel, CompressionStream, DecompressionStream })
