import { createSecretKey, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { day, hour } from '#shared/lib/time.ts'
import { silentInstallation } from '#shared/publicsite/installation.ts'
import { initialState } from '#shared/state.ts'
import { endSessions } from '#server/access/end-sessions.ts'
import { Dispatcher, installation } from '#server/dispatch.ts'
import { Followers } from '#server/followers/followers.ts'
import { Intents } from '#server/journal/intent.ts'
import { MemoryJournal } from '#server/journal/memory.ts'
import { beginning } from '#server/journal/port.ts'
import { drawCommandId } from '#server/lib/command-id.ts'
import { HandClock } from '../../test/support/hand-clock.ts'
import { t0 } from '../../test/support/drafts.ts'

const silent = { error: () => undefined, warn: () => undefined, info: () => undefined }

function cell() {
  const journal = new MemoryJournal()
  const clock = new HandClock(t0)
  const followers = new Followers({
    journal,
    clock,
    timers: clock,
    logger: silent,
    state: initialState,
    at: beginning,
  })
  const dispatcher = new Dispatcher({
    journal,
    clock,
    intents: new Intents(createSecretKey(randomBytes(32))),
    state: initialState,
    last: null,
    findSheet: () => Promise.resolve(null),
    onCommitted: (entries, state) => followers.committed(entries, state),
    onFailure: () => undefined,
    installation: () => silentInstallation,
  })
  followers.follow(endSessions(dispatcher, clock))
  const says = (command: object) =>
    dispatcher.submit({ id: drawCommandId(), crisis: null, command: command as never }, installation)
  return { clock, dispatcher, says }
}

test('[A205] the end of a session is recorded at its time, so that no later start takes it for one that is still open', async () => {
  const { clock, dispatcher, says } = cell()
  await says({ type: 'access.setUp', login: 'alice', name: 'Alice', verifier: 'verifier' })
  const [account] = Object.keys(dispatcher.state.standing.people)
  const open = (session: string) =>
    says({
      type: 'access.openSession',
      account,
      verifier: 'verifier',
      session: session.repeat(64),
      agent: 'Firefox',
    })
  await open('a')
  await clock.pass(hour)
  await open('b')
  await clock.pass(day - hour)
  expect(Object.keys(dispatcher.state.access.sessions)).toEqual(['b'.repeat(64)])
  await clock.pass(hour)
  expect(dispatcher.state.access.sessions).toEqual({})
})
