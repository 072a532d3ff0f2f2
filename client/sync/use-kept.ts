import { useEffect, useState } from 'react'
import { now } from '#client/lib/clock.ts'
import { readSealed, writeSealed } from '#client/lib/sealed-session.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { canonical } from '#shared/lib/canonical.ts'

type Kept<T> = Readonly<{ value: T; at: number }>
/** Null: nothing of it. */
type TakenUp<T> = (value: T, age: number) => T | null

/**
 * What is being typed and not yet sent, kept in this tab for its author alone: a page that must be loaded again, or a
 * session that has ended, does not cost it. A changed shape is a new name.
 *
 * @param takenUp what of it still holds `age` milliseconds after the last key; by default all of it, however old
 */
export function useKept<T>(name: string, initial: () => T, takenUp: TakenUp<T> = (value) => value) {
  const [untouched] = useState(initial)
  const kept = () => {
    const found = readSealed(`typed.${name}`) as Kept<T> | null
    return found === null ? untouched : (takenUp(found.value, now() - found.at) ?? untouched)
  }
  const [value, set] = useState(kept)
  const isTouched = canonical(value) !== canonical(untouched)
  const person = useConsole(({ you }) => you?.person ?? null)
  const [asked, setAsked] = useState(person)
  // A page loaded again may have its author's key only once the server has told who that is.
  if (asked !== person) {
    setAsked(person)
    if (!isTouched) set(kept())
  }
  useEffect(() => keep(name, isTouched ? value : null), [name, value, isTouched])
  return {
    value,
    set,
    /** It was sent; what stands on the screen may stay. */ forget: () => keep(name, null),
  }
}

function keep(name: string, value: unknown): void {
  const kept: Kept<unknown> | null = value === null ? null : { value, at: now() }
  try {
    writeSealed(`typed.${name}`, kept)
  } catch {
    // Storage refused or full: it still stands on the screen.
  }
}
