import { createStore } from 'zustand/vanilla'
import { onOtherPerson, speakFor } from '#client/lib/api.ts'
import { now, setClockOffset } from '#client/lib/clock.ts'
import { dropKeys, heldKeys, lendKeys, takeAuthorKey } from '#client/lib/keyring.ts'
import { Connection, type ConnectionView } from '#client/sync/connection.ts'
import { onErased, tellErased } from '#client/sync/erasures.ts'
import { Intentions, type Given } from '#client/sync/intentions.ts'
import { forgetKept } from '#client/sync/kept-store.ts'
import { Outbox, type OutboxItem, type Sent } from '#client/sync/outbox.ts'
import { RecordedCommands, type RecordedItem } from '#client/sync/recorded.ts'
import { recordedStore } from '#client/sync/recorded-store.ts'
import { forget, outboxStore, recall, remember } from '#client/sync/storage.ts'
import { tab } from '#client/sync/tab.ts'
import type { Command } from '#shared/command.ts'
import { isCrisisCommand } from '#shared/command-scope.ts'
import type { FollowerName } from '#shared/followers/followers.ts'
import type { CommandId, CrisisId, PersonId } from '#shared/lib/id.ts'
import { second } from '#shared/lib/time.ts'
import type { State } from '#shared/state.ts'
import { emptyReplica } from '#shared/sync/replica.ts'
import type { Outcome } from '#shared/sync/wire.ts'

export type ConsoleStore = ConnectionView &
  Readonly<{
    outbox: readonly OutboxItem[]
    recorded: readonly RecordedItem[]
    /** The address at which somebody's session came to its end here; null where they left, or nobody was. */
    endedAt: string | null
  }>

const rememberEvery = 10 * second

/** This browser tab's console: one connection, one outbox, one store that the panels read. */
export const consoleStore = createStore<ConsoleStore>(() => ({
  line: 'connecting',
  replica: emptyReplica(null),
  you: null,
  otherPerson: null,
  present: [],
  isStoring: true,
  standingTail: [],
  troubles: [],
  clockOffset: 0,
  outbox: [],
  recorded: [],
  endedAt: null,
}))

let connection: Connection | null = null
/** How often the console was started or stopped: what was begun before the last time is out of date. */
let turns = 0
let handled: readonly string[] = []

const recorded = new RecordedCommands({
  store: recordedStore,
  onChange: (items) => consoleStore.setState({ recorded: items }),
})
consoleStore.setState({ recorded: recorded.items })
onErased((subjects) => recorded.forgetSubjects(subjects))
onErased((subjects) => void outbox.forgetSubjects(subjects))
onErased(forgetKept)

const outbox = new Outbox({
  store: outboxStore,
  send: (envelope, timeoutMs) => {
    if (connection === null) return Promise.reject(new Error('not connected'))
    return connection.submit(envelope, timeoutMs) as Promise<Outcome>
  },
  isLive: () => consoleStore.getState().line === 'live',
  onChange: (items) => consoleStore.setState({ outbox: items }),
  onRecorded: (item, outcome) => recorded.keep(item, outcome),
})

const intentions = new Intentions(outbox, () => performance.now())

/** Somebody has just signed in here: nothing of whoever was here before is shown. */
export async function beginConsole(): Promise<void> {
  tab.person = null
  dropKeys()
  await forget()
  await startConsole()
}

/** Connects (again). Shows at once what was remembered from before. */
export async function startConsole(): Promise<void> {
  connection?.close()
  turns += 1
  const turn = turns
  const last = await recall(tab.person)
  if (turn !== turns) return
  if (heldKeys() !== null) openKept()
  connection = new Connection({
    url: '/',
    replica: last?.replica ?? emptyReplica(tab.crisis),
    you: last?.you ?? null,
    person: tab.person,
    isSignedIn,
    onChange: (view) => {
      // Ended by the server: revoked, expired, or never begun.
      if (view.line === 'signed-out') whenEnded()
      else show(view)
    },
    onLive: () => {
      const { you } = consoleStore.getState()
      if (you !== null) void outbox.flush(you.person)
    },
    onAuthorKey: (person, key) => {
      if (takeAuthorKey(person, key)) openKept()
    },
    lastRecorded: () => (heldKeys() === null ? tab.lastRecorded : recorded.last),
    onOtherHistory: () => void recorded.reconcile(missingOf),
    onErased: tellErased,
  })
  consoleStore.setState(connection.view)
  connection.open()
}

/** What the end of the session means; another, while it is being replaced. */
let whenEnded: () => void = () => {
  const endedAt = consoleStore.getState().you === null ? null : location.pathname
  void stopConsole()
  consoleStore.setState({ endedAt })
}

/**
 * Has the server end this person's sessions and begin another here: the console stays, and comes back under the new one.
 * Rejects as the request does; if the old session has ended all the same, so has the console.
 */
export async function replaceSession(request: () => Promise<void>): Promise<void> {
  const before = whenEnded
  let isEnded = false
  // The old one's end is heard before the answer that brings the new one.
  whenEnded = () => (isEnded = true)
  try {
    await request()
  } catch (error) {
    if (isEnded) void stopConsole()
    throw error
  } finally {
    whenEnded = before
  }
  await startConsole()
}

/** What whoever sits here kept on this machine opens with their key. */
function openKept(): void {
  recorded.load()
  outbox.load()
}

/** Rejects when the server does not say. */
async function isSignedIn(): Promise<boolean> {
  const response = await fetch('/api/access/me')
  if (response.status === 401) return false
  const { mustChangePassword } = (await response.json()) as Readonly<{ mustChangePassword: boolean }>
  return !mustChangePassword
}

function show(view: ConnectionView): void {
  const wasLoaded = consoleStore.getState().replica.isLoaded
  setClockOffset(view.clockOffset)
  lendKeys(view.line !== 'other-person')
  if (view.line === 'live' && view.you !== null) sitDown(view.you.person)
  consoleStore.setState(view)
  chooseCrisis(view)
  // The first sight of a crisis is kept at once: the server may be gone before the next occasion.
  if (view.replica.isLoaded && !wasLoaded) rememberNow()
  else rememberSoon()
}

function sitDown(person: PersonId): void {
  tab.person = person
  speakFor(person)
}

// The server has refused what was asked for whoever sits here: somebody else has signed in in this browser.
onOtherPerson(() => {
  if (consoleStore.getState().line === 'live') connection?.renew()
})

/** Whoever sits here has signed in again. */
export function tryAgain(): void {
  connection?.renew()
}

/** This tab becomes the console of whoever is signed in now. What was typed stays, for its author. */
export function changePerson(): void {
  tab.person = null
  dropKeys()
  void forget().then(() => location.reload())
}

/** Leaves nothing of the crisis on the machine. */
export async function stopConsole(): Promise<void> {
  turns += 1
  connection?.close()
  connection = null
  tab.crisis = null
  tab.person = null
  dropKeys()
  speakFor(null)
  consoleStore.setState({
    line: 'signed-out',
    you: null,
    otherPerson: null,
    endedAt: null,
    present: [],
    replica: emptyReplica(null),
  })
  await forget()
}

/** Crisis commands go to the followed crisis. The promise tells within moments; what takes longer is kept and sent. */
export function submit(command: Command, given: Given = {}): Promise<Sent> {
  const { you, replica } = consoleStore.getState()
  if (you === null) return Promise.resolve({ status: 'refused', refusal: signedOut })
  const crisis = isCrisisCommand(command) ? replica.crisis : null
  return intentions.submit({ command, crisis, person: you.person, madeAt: now() }, given)
}

const signedOut = { code: 'command.forbidden', field: null, detail: null } as const

export function dismiss(key: string): Promise<void> {
  return outbox.dismiss(key)
}

async function missingOf(commands: readonly CommandId[]): Promise<readonly CommandId[] | null> {
  return (await connection?.missingOf(commands)) ?? null
}

/** Sends again, under the same id, what a restored server no longer holds. */
export async function recordAgain({ envelope, person }: RecordedItem): Promise<Sent> {
  const sent = outbox.submit(envelope, person, now())
  recorded.forget(envelope.id)
  return sent
}

/** Its author does without it. */
export function letGo(id: CommandId): void {
  recorded.forget(id)
}

export function followCrisis(crisis: CrisisId | null): void {
  tab.crisis = crisis
  connection?.follow(crisis)
}

/** For an administrator: what is parked is tried at once. False: the server has not said so, and is not asked later. */
export async function retryFollower(follower: FollowerName): Promise<boolean> {
  return (await connection?.retry(follower)) ?? false
}

/** For an administrator: what is held goes on. False: as for `retryFollower`. */
export async function releaseFollower(follower: FollowerName): Promise<boolean> {
  return (await connection?.release(follower)) ?? false
}

/** Which desk is open and what is in hand, for the others to see. */
export function sayDoing(desk: string, handling: readonly string[] = handled): void {
  handled = handling
  connection?.doing(desk, handling)
}

/** Nobody should have to choose at 3 a.m.: a console that follows nothing follows the crisis opened last. */
function chooseCrisis({ replica }: ConnectionView): void {
  const { crisis, state, isLoaded } = replica
  if (!isLoaded || (crisis !== null && state.crises[crisis] !== undefined)) return
  const latest = latestOpen(state)
  if (latest !== crisis) followCrisis(latest)
}

function latestOpen({ crises }: State): CrisisId | null {
  const open = Object.entries(crises)
    .filter(([, { activation }]) => activation.closed === null)
    .sort(([, a], [, b]) => b.activation.openedAt - a.activation.openedAt)
  return (open[0]?.[0] ?? null) as CrisisId | null
}

let rememberTimer: ReturnType<typeof setTimeout> | null = null

function rememberSoon(): void {
  rememberTimer ??= setTimeout(() => {
    rememberTimer = null
    rememberNow()
  }, rememberEvery)
}

function rememberNow(): void {
  const { you, replica } = consoleStore.getState()
  if (you !== null && replica.isLoaded) void remember(you, replica)
}
