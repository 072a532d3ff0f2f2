import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { createPortal, flushSync } from 'react-dom'

/**
 * What goes on paper instead of the screen. `atHand` is what the browser's own menu prints, which asks nobody and waits for
 * nothing. A page stands until the browser says that it has printed: where `print()` returns at once it is still needed.
 */
export function usePrinter(atHand: (() => ReactNode) | null = null) {
  const [page, setPage] = useState<ReactNode>(null)
  const fill = useEffectEvent(() => {
    if (page === null && atHand !== null) flushSync(() => setPage(atHand()))
  })
  useEffect(() => {
    const before = () => fill()
    const after = () => setPage(null)
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  return {
    /** To be rendered anywhere: it stands beside the console, and is seen on paper only. */
    page: page === null ? null : createPortal(<div className="ui-print">{page}</div>, document.body),
    print: (content: ReactNode) => {
      // In the page before the printer is asked.
      flushSync(() => setPage(content))
      globalThis.print()
    },
  }
}
