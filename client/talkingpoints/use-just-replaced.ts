import { useEffect, useRef } from 'react'

/** A press that was meant for the version before has come down by then, and nobody has read the new one. */
const glanceMs = 2_000

/** Whether this version came a moment ago in the place of another that was being read. To be asked at the press. */
export function useJustReplaced(version: number): () => boolean {
  const shown = useRef(version)
  const replacedAt = useRef<number | null>(null)
  useEffect(() => {
    if (shown.current === version) return
    shown.current = version
    replacedAt.current = performance.now()
  }, [version])
  return () => replacedAt.current !== null && performance.now() - replacedAt.current < glanceMs
}
