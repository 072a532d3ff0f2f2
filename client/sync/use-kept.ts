import { useEffect, useState } from 'react'
import { now } from '#client/lib/clock.ts'
import { readKept, writeKept, type Ground } from '#client/sync/kept-store.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { canonical } from '#shared/lib/canonical.ts'

type Keeping<T> = Readonly<{
  /** What of it still holds `age` milliseconds after the last key, null for nothing; by default all of it, however old. */
  takenUp?: (value: T, age: number) => T | null
  /** What stands as it is begun. */
  on?: Ground
}>

type Standing<T> = Readonly<{
  value: T
  untouched: T
  /** When its last key was typed. */
  at: number
  on: Ground | null
  /** When that was of what is before its author again; null for what was begun here. */
  takenUp: number | null
}>

/**
 * What is being typed and not yet sent, kept in this tab for its author alone: a page that must be loaded again, or a
 * session that has ended, does not cost it. A changed shape is a new name; a form about somebody bears their id in it.
 */
export function useKept<T>(name: string, initial: () => T, keeping: Keeping<T> = {}) {
  const { takenUp = (value: T) => value, on = null } = keeping
  const anew = (): Standing<T> => {
    const untouched = initial()
    return { value: untouched, untouched, at: now(), on, takenUp: null }
  }
  const kept = (blank: Standing<T>): Standing<T> => {
    const found = readKept(name)
    const value = found === null ? null : takenUp(found.value as T, now() - found.at)
    if (found === null || value === null || isSame(value, blank.untouched)) return blank
    return { ...blank, value, at: found.at, on: found.on, takenUp: found.at }
  }
  const [standing, stand] = useState(() => kept(anew()))
  const { value, untouched, at } = standing
  const isTouched = !isSame(value, untouched)
  const person = useConsole(({ you }) => you?.person ?? null)
  const [asked, setAsked] = useState(person)
  // A page loaded again may have its author's key only once the server has told who that is.
  if (asked !== person) {
    setAsked(person)
    if (!isTouched) stand(kept)
  }
  /** What is not to be kept as it stands; what is typed over it is. */
  const [over, setOver] = useState<Readonly<{ value: T }> | null>(null)
  const isKept = isTouched && over?.value !== value
  useEffect(() => {
    writeKept(name, isKept ? { value, at, on: standing.on } : null)
  }, [name, value, at, standing.on, isKept])
  const forget = () => {
    setOver({ value })
    // Its screen may be gone by now.
    writeKept(name, null)
  }
  const [isLocked, setLocked] = useState(false)
  return {
    value,
    set: (next: T | ((value: T) => T)) => {
      if (isLocked) return
      const typedAt = now()
      setOver(null)
      stand((before) => ({
        ...before,
        // What is typed is no function.
        value: typeof next === 'function' ? (next as (value: T) => T)(before.value) : next,
        at: typedAt,
      }))
    },
    isTouched,
    on: standing.on,
    takenUp: isTouched ? standing.takenUp : null,
    /** It was sent or given up; what stands on the screen may stay. */
    forget,
    /** On its way: what stands is what was sent, and closes with it. No key changes it until there is an answer. */
    lock: setLocked,
    /** True: it was sent, and is kept where it waits. False: it was refused, and is to be kept here again. */
    handOver: (isHeld: boolean) => {
      setOver(isHeld ? { value } : null)
      // What was typed since, here or in the same form opened again, was not sent.
      if (isHeld && isSame(readKept(name)?.value ?? null, value)) writeKept(name, null)
    },
    beginAnew: () => {
      if (!isLocked) stand(anew())
    },
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}
