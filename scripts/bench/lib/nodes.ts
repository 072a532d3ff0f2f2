/** The write path of two nodes on one Redis, each in its process, without consoles and their lines. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { CrisisId, PersonId } from '#shared/lib/id.ts'
import { silentInstallation } from '#shared/publicsite/installation.ts'
import { readConfig } from '#server/config.ts'
import { openCore, type Core } from '#server/core.ts'
import { openJournal } from '#server/journal/open.ts'
import { systemClock } from '#server/lib/clock.ts'
import { drawCommandId } from '#server/lib/command-id.ts'
import { createLogger } from '#server/lib/logger.ts'
import { end } from './processes.ts'
import { envelope } from './sheet.ts'

type Environment = NodeJS.ProcessEnv

/** `at`: nanoseconds of the machine's monotonic clock, which its processes share. */
export type Heard = Readonly<{ command: string; at: number }>

/** What is said at the one is heard at the other. */
export type Nodes = AsyncDisposable &
  Readonly<{
    /** Milliseconds from a call sheet's submission at one node to the moment at which the other tells its consoles. */
    say: () => Promise<number>
  }>

export async function openNode(environment: Environment): Promise<Core> {
  const config = readConfig(environment)
  const journal = await openJournal(config, () => {})
  return openCore({
    config,
    journal,
    clock: systemClock,
    logger: createLogger('error'),
    installation: () => silentInstallation,
  })
}

export async function openNodes(
  [one, other]: readonly [Environment, Environment],
  crisis: CrisisId,
): Promise<Nodes> {
  const { dispatcher, close } = await openNode(one)
  const hearing = fork(new URL('../load/hearing-node.ts', import.meta.url), {
    env: { ...process.env, ...other },
  })
  await once(hearing, 'message')
  const [taker] = Object.keys(dispatcher.state.standing.people) as PersonId[]
  if (taker === undefined) throw new Error('the seed has no accounts')
  const actor = { person: taker, roles: ['callTaker'] } as const
  let said = 0
  return {
    say: async () => {
      const id = drawCommandId()
      said += 1
      const heard = hears(hearing, id)
      const began = Number(process.hrtime.bigint())
      const { status } = await dispatcher.submit(envelope(id, crisis, Date.now(), said), actor)
      if (status !== 'accepted') throw new Error(`a command was ${status}`)
      return ((await heard) - began) / 1e6
    },
    [Symbol.asyncDispose]: async () => {
      await end(hearing)
      await close()
    },
  }
}

function hears(node: ChildProcess, id: string): Promise<number> {
  return new Promise((resolve) => {
    node.on('message', function listen({ command, at }: Heard) {
      if (command !== id) return
      node.off('message', listen)
      resolve(at)
    })
  })
}
