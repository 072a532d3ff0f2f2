import { useRef, useState } from 'react'
import { useApiWords } from '#client/lib/api-words.ts'

export type Request = Readonly<{
  isRunning: boolean
  /** What went wrong, in words; null when nothing did. */
  error: string | null
  /** Runs the request unless one is running; true when it went well. */
  run: (request: () => Promise<void>) => Promise<boolean>
}>

/** One request at a time, its progress and its failure: a double click asks once. */
export function useRequest(): Request {
  const explain = useApiWords()
  const [isRunning, setRunning] = useState(false)
  // A key held down comes again before the screen shows that the first is under way.
  const underWay = useRef(false)
  const [failure, setFailure] = useState<unknown>(null)
  const run = async (request: () => Promise<void>) => {
    if (underWay.current) return false
    underWay.current = true
    setRunning(true)
    setFailure(null)
    try {
      await request()
      return true
    } catch (error) {
      setFailure(error)
      return false
    } finally {
      underWay.current = false
      setRunning(false)
    }
  }
  return {
    isRunning,
    error: failure === null ? null : explain(failure),
    run,
  }
}
