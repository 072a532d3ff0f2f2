import { useEffect } from 'react'
import { loadSingleKeys } from '#client/lib/single-keys.ts'
import { useConsole } from '#client/sync/use-console.ts'

/** Single keys as the person who is signed in has chosen them. */
export function useOwnKeys(): void {
  const person = useConsole(({ you }) => you?.person ?? null)
  useEffect(() => {
    if (person !== null) loadSingleKeys(person)
  }, [person])
}
