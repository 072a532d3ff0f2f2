import { endOf } from '#shared/access/session.ts'
import type { SignedIn } from '#server/access/sessions.ts'
import type { Dispatcher } from '#server/dispatch.ts'
import type { Clock, Timers } from '#server/lib/clock.ts'

type Parts = Readonly<{
  dispatcher: Dispatcher
  clock: Clock
  timers: Timers
  live: (session: string) => SignedIn | null
}>

/** Does `cut` once the session has come to its end: at once then, not at its holder's next word. @returns the way to call it off */
export function atSessionEnd(parts: Parts, session: string, cut: () => void): () => void {
  const { dispatcher, clock, timers, live } = parts
  const ending = dispatcher.state.access.sessions[session]
  const end = ending === undefined ? 0 : endOf(ending)
  let callOff = timers.after(Math.max(0, end - clock.now()), () => {
    // The clock may have been put back meanwhile.
    if (live(session) === null) cut()
    else callOff = atSessionEnd(parts, session, cut)
  })
  return () => callOff()
}
