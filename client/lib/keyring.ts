import { hexToBytes, randomBytes } from '@noble/ciphers/utils.js'
import type { KeyChannel, KeyMessage, Keys } from '#client/lib/key-messages.ts'

/*
 * The keys of whoever sits here, in memory only. A page loaded again has them from the server; while that is away, from
 * another tab, or from the service worker, to which each page hands them as it leaves. Nothing of this lies in a file: once
 * the last tab is closed only the server can give the author's key, and nobody the other.
 */

const keyChannel: KeyChannel = 'cip-keys'
const patienceMs = 1_000

let held: Keys | null = null
let isLending = true
let whenTold = () => {}

const channel = new BroadcastChannel(keyChannel)
channel.addEventListener('message', ({ data }: MessageEvent<KeyMessage>) => hear(data))
globalThis.addEventListener('pagehide', handOver)

export function heldKeys(): Keys | null {
  return held
}

/** The server's answer to who sits here. True where it is news. */
export function takeAuthorKey(person: string, authorKey: string): boolean {
  const author = hexToBytes(authorKey)
  const isNews = held?.person !== person || held.author.some((byte, at) => byte !== author[at])
  if (isNews) held = { person, author, state: randomBytes(32) }
  if (held !== null && isNews) say({ type: 'told', keys: held })
  return isNews
}

/** Asks the other tabs and the service worker; resolves as soon as one has told, or when nobody seems to know. */
export function borrowKeys(person: string | null): Promise<void> {
  if (held !== null) return Promise.resolve()
  const told = new Promise<void>((resolve) => {
    whenTold = resolve
    setTimeout(resolve, patienceMs)
  })
  asking = person
  channel.postMessage({ type: 'asked', person } satisfies KeyMessage)
  return told.then(() => void (asking = undefined))
}

/** False: the session is another person's now, who is not given what belongs to whoever sat here before. */
export function lendKeys(lends: boolean): void {
  isLending = lends
}

/** Whoever sat here has left. */
export function dropKeys(): void {
  if (held !== null) say({ type: 'dropped', person: held.person })
  held = null
  for (const forget of leaving) forget()
}

const leaving = new Set<() => void>()

/** What this page still knows of whoever sat here goes with them. For as long as the page lives. */
export function onLeaving(forget: () => void): void {
  leaving.add(forget)
}

/** `undefined`: nothing is asked for at the moment. */
let asking: string | null | undefined

function hear(message: KeyMessage): void {
  if (message.type === 'told') return adopt(message.keys)
  if (message.type === 'asked' && held !== null && isLending && isFor(held, message.person)) {
    channel.postMessage({ type: 'told', keys: held } satisfies KeyMessage)
  }
}

/** One person's tabs write the last state over each other: they agree on its key. */
function adopt(keys: Keys): void {
  if (held?.person === keys.person) held = keys
  else if (held === null && asking !== undefined && isFor(keys, asking)) held = keys
  else return
  whenTold()
}

function isFor({ person }: Keys, asked: string | null): boolean {
  return asked === null || asked === person
}

function handOver(): void {
  if (held !== null && isLending) tellWorker({ type: 'told', keys: held })
}

function say(message: KeyMessage): void {
  channel.postMessage(message)
  tellWorker(message)
}

/** A message of its own wakes it, which the channel does not. */
function tellWorker(message: KeyMessage): void {
  if ('serviceWorker' in navigator) navigator.serviceWorker.controller?.postMessage(message)
}
