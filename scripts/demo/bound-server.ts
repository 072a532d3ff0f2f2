/**
 * The real server, which ends with the process that forked it: a demonstration that was killed can stop nothing itself,
 * and what it left behind would hold its port and its folder against the next start.
 */
import { once } from 'node:events'

// Asked for before the first import: the other process may be gone before this one is ready.
const parted = process.connected ? once(process, 'disconnect') : Promise.resolve()
await import('#server/main.ts')
await parted
// As the signal itself, but for this: sent while the server is stopping already, it would cut that short.
process.emit('SIGTERM')
