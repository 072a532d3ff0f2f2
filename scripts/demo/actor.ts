import { setTimeout as pause } from 'node:timers/promises'
import type { Crisis } from '#shared/state.ts'
import type { HeadlessConsole } from '../headless/headless-console.ts'
import type { Random } from '../lib/random.ts'

/** What a colleague has before them when they decide what to do next. */
export type Desk = Readonly<{ console: HeadlessConsole; random: Random; now: () => number }>

/**
 * One colleague: looks at the state and does the next thing, if any. Nothing is remembered beside the state, so that
 * a restart goes on and a visitor may do any of it first; what is refused was somebody else's meanwhile.
 */
export type Actor = Readonly<{
  desk: Desk
  /** Seconds between two looks, shortest and longest. */
  every: readonly [number, number]
  act: (desk: Desk, crisis: Crisis) => Promise<unknown>
}>

/** Lives until the signal, or until the crisis it follows is closed. */
export async function live({ desk, every, act }: Actor, signal: AbortSignal): Promise<void> {
  const [shortest, longest] = every
  while (!signal.aborted) {
    const seconds = shortest + desk.random.next() * (longest - shortest)
    await pause(seconds * 1000, undefined, { signal }).catch(() => {})
    if (signal.aborted || !desk.console.isLoaded) continue
    const { crisis } = desk.console
    if (crisis.activation.closed !== null) return
    await act(desk, crisis)
  }
}
