import { useEffect, useRef } from 'react'

/** A press that was meant for what stood there before has come down by then, and nobody has read what stands there now. */
const glanceMs = 2_000

/** Whether this came a moment ago in the place of another that was being read; null: nothing stood there. To be asked at the press. */
export function useJustReplaced(identity: number | string | null): () => boolean {
  const shown = useRef(identity)
  const replacedAt = useRef<number | null>(null)
  useEffect(() => {
    if (shown.current === identity) return
    replacedAt.current = shown.current === null ? null : performance.now()
    shown.current = identity
  }, [identity])
  return () => replacedAt.current !== null && performance.now() - replacedAt.current < glanceMs
}
