import type { Sheet } from '#shared/calls/state.ts'
import type { SheetId, SubjectId } from '#shared/lib/id.ts'
import type { Dispatcher } from '#server/dispatch.ts'
import type { ActorOf } from '#server/http/actor.ts'
import type { Metrics } from '#server/metrics.ts'
import type { Register } from './port.ts'
import type { RegisterParts } from './routes.ts'

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

// A register that is being rebuilt must not hold a correction back for longer than its author would wait.
const patienceMs = 2_000

/** The sheet as it stands at `head`; null when it is unknown, or when the register lags too far behind to say. */
export async function findSheetIn(register: Register, id: SheetId, head: number): Promise<Sheet | null> {
  try {
    await register.waitFor(head, AbortSignal.timeout(patienceMs))
    return (await register.sheet(id))?.sheet ?? null
  } catch {
    return null
  }
}

/** Whether the journal has ever spoken of the subject; true when the register cannot say. */
export async function isKnownTo(register: Register, id: SubjectId, head: number): Promise<boolean> {
  try {
    await register.waitFor(head, AbortSignal.timeout(patienceMs))
    return await register.knows(id)
  } catch {
    return true
  }
}
