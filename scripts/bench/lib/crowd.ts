import { fork } from 'node:child_process'
import type { Joined, Loaded, Order, Target } from '../load/orders.ts'
import { ask, end } from './processes.ts'

type Connect = Omit<Extract<Order, { do: 'connect' }>, 'do' | 'submits' | 'listens'> &
  Readonly<{ submits?: boolean; listens?: boolean }>

/** The consoles, in a process of their own. */
export type Crowd = AsyncDisposable &
  Readonly<{
    connect: (consoles: Connect) => Promise<void>
    load: (order: Omit<Extract<Order, { do: 'load' }>, 'do'>) => Promise<Loaded>
    join: (target: Target) => Promise<Joined>
    leave: () => Promise<void>
  }>

export function startCrowd(): Crowd {
  const child = fork(new URL('../load/main.ts', import.meta.url), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const give = <T>(order: Order) => ask<{ answer: T }>(child, order).then(({ answer }) => answer)
  return {
    connect: async (consoles) => {
      await give({ do: 'connect', submits: true, listens: true, ...consoles })
    },
    load: async (order) => checked(await give<Loaded>({ do: 'load', ...order })),
    join: (target) => give({ do: 'join', target }),
    leave: async () => {
      await give({ do: 'leave' })
    },
    [Symbol.asyncDispose]: () => end(child),
  }
}

/** A refused command is a broken benchmark, not a slow server. */
function checked(loaded: Loaded): Loaded {
  if (loaded.failed > 0) throw new Error(`${loaded.failed} commands were refused`)
  return loaded
}
