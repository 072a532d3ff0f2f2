import { createSecretKey, randomBytes } from 'node:crypto'
import type { Draft } from '#shared/journal/entry.ts'
import { day } from '#shared/lib/time.ts'
import { silentInstallation } from '#shared/publicsite/installation.ts'
import { initialState } from '#shared/state.ts'
import { HeldClock } from '#server/clock/held-clock.ts'
import { ClockKeeper } from '#server/clock/keeper.ts'
import { Dispatcher, installation, type Actor } from '#server/dispatch.ts'
import { foldJournal } from '#server/journal/fold.ts'
import { Intents } from '#server/journal/intent.ts'
import { JournalUnavailable } from '#server/journal/port.ts'
import { MemoryJournal } from '#server/journal/memory.ts'
import { drawCommandId } from '#server/lib/command-id.ts'
import { commandId, personId } from './drafts.ts'
import { begin, HandMoved } from './timepieces.ts'

const masterKey = createSecretKey(randomBytes(32))
export const admin: Actor = { person: personId(1), roles: ['admin'] }
export const alice = personId(2)

type Situation = Readonly<{
  journal?: MemoryJournal
  machine?: HandMoved
  elsewhere?: (() => number | null) | null
  isRestored?: boolean
}>

/** A server of its own on this journal and machine, as far as its time goes. */
export async function server({
  journal: given,
  machine = new HandMoved(),
  elsewhere = null,
  isRestored,
}: Situation = {}) {
  const journal = given ?? (await withAccount())
  const clock = new HeldClock(machine)
  const state = await foldJournal(journal, initialState)
  const [last] = state.seq === 0 ? [] : await journal.read(state.seq - 1, 1)
  const dispatcher = new Dispatcher({
    journal,
    clock,
    intents: new Intents(masterKey),
    state,
    last: last ?? null,
    findSheet: () => Promise.resolve(null),
    onFailure: () => undefined,
    installation: () => silentInstallation,
  })
  let areSessionsHeld = false
  const keeper = new ClockKeeper(
    {
      clock,
      dispatcher,
      journal,
      elsewhere: elsewhere && (() => Promise.resolve(elsewhere())),
      isRestored: isRestored === true,
      onSessionsHeld: () => (areSessionsHeld = true),
    },
    last?.at ?? 0,
  )
  const says = (command: object, actor = installation) =>
    dispatcher.submit({ id: drawCommandId(), crisis: null, command: command as never }, actor)
  /** Something that is recorded. */
  const signsIn = (session: string) =>
    says({
      type: 'access.openSession',
      account: alice,
      verifier: dispatcher.state.access.accounts[alice]?.verifier ?? null,
      session: session.repeat(64),
      agent: 'Firefox',
    })
  const clockState = () => dispatcher.state.standing.clock
  const all = () => journal.read(0, 1_000)
  const follows = async () => dispatcher.follow(await journal.read(dispatcher.state.seq, 1_000))
  return {
    areSessionsHeld: () => areSessionsHeld,
    machine,
    clock,
    dispatcher,
    keeper,
    says,
    signsIn,
    clockState,
    all,
    follows,
  }
}

/** Its disk may be full for a moment. */
export class FullJournal extends MemoryJournal {
  /** How often it has yet to refuse. */
  refuses = 0

  override append(...asked: Parameters<MemoryJournal['append']>): ReturnType<MemoryJournal['append']> {
    this.refuses -= 1
    return this.refuses >= 0 ? Promise.reject(new JournalUnavailable('full')) : super.append(...asked)
  }
}

/** Entries as an earlier version, or a start with a wrong clock, has left them. */
export async function recordedAt(...times: readonly number[]): Promise<MemoryJournal> {
  const journal = await withAccount(times[0] ?? begin)
  const opened = times.map((at, n): Draft => {
    const session = String(n).repeat(64)
    const event = {
      type: 'access.sessionOpened',
      account: alice,
      session,
      agent: 'Firefox',
      expiresAt: at + day,
    } as const
    return { at, by: 'system', crisis: null, command: commandId(n + 1), event }
  })
  await journal.append(opened, 1)
  return journal
}

/** One account, and nothing else. */
export async function withAccount(at = begin, journal = new MemoryJournal()): Promise<MemoryJournal> {
  const event = {
    type: 'access.accountCreated',
    account: alice,
    login: 'alice',
    name: 'Alice',
    roles: [],
  } as const
  await journal.append([{ at, by: 'system', crisis: null, command: commandId(99), event }], 0)
  return journal
}

/** An administrator looks at the last doubt, and says that the clock is right. */
export async function confirmsOn({
  clockState,
  says,
}: Pick<Awaited<ReturnType<typeof server>>, 'clockState' | 'says'>) {
  const [node = '', doubt] = Object.entries(clockState().doubts).at(-1) ?? []
  return says({ type: 'clock.confirm', node, drift: doubt?.drift }, admin)
}
