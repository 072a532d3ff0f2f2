/** A node without consoles, in a process of its own: tells its parent what it would tell them, and when. */
import { openNode, type Heard } from '../lib/nodes.ts'

const { followers } = await openNode(process.env)
followers.follow({
  name: 'consoles',
  from: 'present',
  handle: (entries) => {
    const at = Number(process.hrtime.bigint())
    for (const { command } of entries) process.send?.({ command, at } satisfies Heard)
  },
})
process.on('disconnect', () => process.exit())
process.send?.('listening')
