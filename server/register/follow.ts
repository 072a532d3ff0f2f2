import type { Dispatcher } from '#server/dispatch.ts'
import type { ActorOf } from '#server/http/actor.ts'
import type { Journal } from '#server/journal/port.ts'
import type { Logger } from '#server/lib/logger.ts'
import type { Metrics } from '#server/metrics.ts'
import type { Register } from './port.ts'
import type { RegisterParts } from './routes.ts'
import { openRegister } from './sqlite.ts'

type Parts = Readonly<{ folder: string; journal: Journal; dispatcher: Dispatcher; logger: Logger }>

/** Opens the register and lets it follow what is committed. */
export async function followInRegister({ folder, journal, dispatcher, logger }: Parts): Promise<Register> {
  const register = await openRegister({
    folder,
    journal,
    onTrouble: (error) => logger.error({ error }, 'the register lags; it catches up by itself'),
  })
  dispatcher.onCommitted((entries) => register.project(entries))
  return register
}

type Serving = Readonly<{ register: Register; dispatcher: Dispatcher; actorOf: ActorOf; metrics: Metrics }>

/** What its routes need of the running server. */
export function registerParts({ register, dispatcher, actorOf, metrics }: Serving): RegisterParts {
  return {
    register,
    actorOf,
    state: () => dispatcher.state,
    onPersonalRead: () => metrics.personalReads.inc(),
  }
}
