import { useEffect, useRef, type RefObject } from 'react'

/** A sentence for effects that must not run again when it changes. */
export function useLatestWords(sentence: string): RefObject<string> {
  const latest = useRef(sentence)
  useEffect(() => {
    latest.current = sentence
  })
  return latest
}
