import { useEffect, useState } from 'react'
import { readSealed, writeSealed } from '#client/lib/sealed-session.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { canonical } from '#shared/lib/canonical.ts'

/**
 * What is being typed and not yet sent, kept in this tab for its author alone: a page that must be loaded again, or a
 * session that has ended, does not cost it. A changed shape is a new name.
 */
export function useKept<T>(name: string, initial: () => T) {
  const [untouched] = useState(initial)
  const [value, set] = useState(() => kept(name, untouched))
  const isTouched = canonical(value) !== canonical(untouched)
  const person = useConsole(({ you }) => you?.person ?? null)
  const [asked, setAsked] = useState(person)
  // A page loaded again may have its author's key only once the server has told who that is.
  if (asked !== person) {
    setAsked(person)
    if (!isTouched) set(kept(name, untouched))
  }
  useEffect(() => keep(name, isTouched ? value : null), [name, value, isTouched])
  return {
    value,
    set,
    /** It was sent; what stands on the screen may stay. */ forget: () => keep(name, null),
  }
}

function kept<T>(name: string, otherwise: T): T {
  return (readSealed(`typed.${name}`) as T | null) ?? otherwise
}

function keep(name: string, value: unknown): void {
  try {
    writeSealed(`typed.${name}`, value)
  } catch {
    // Storage refused or full: it still stands on the screen.
  }
}
