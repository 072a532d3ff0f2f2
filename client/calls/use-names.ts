import { useEffect, useRef, type RefObject } from 'react'
import { words } from '#client/calls/urgent-words.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import type { Author } from '#shared/lib/id.ts'

/** A colleague's name as it is known now. */
export function usePersonName(): (author: Author) => string {
  const { someone } = useWords(words)
  const people = useConsole(({ state }) => state.standing.people)
  return (author) => (author === 'system' ? someone : (people[author]?.name ?? someone))
}

/** A sentence for effects that must not run again when it changes. */
export function useLatestWords(sentence: string): RefObject<string> {
  const latest = useRef(sentence)
  useEffect(() => {
    latest.current = sentence
  })
  return latest
}
