import { useEffect, useRef } from 'react'
import { useWords } from '#client/lib/words.ts'
import type { ShellView } from '#client/shell/use-shell.ts'
import { words } from '#client/shell/words.ts'
import { announce } from '#client/ui/announce.ts'

/** Says once that nothing is recorded any more, and once that it is again: what a cut hides is neither. */
export function useStoringAnnounced({ connection, isStoring }: Pick<ShellView, 'connection' | 'isStoring'>) {
  const { notStoring, storingAgain } = useWords(words)
  const told = useRef(true)
  useEffect(() => {
    if (connection !== 'live' || isStoring === told.current) return
    told.current = isStoring
    if (isStoring) announce(storingAgain, 'polite')
    else announce(notStoring, 'assertive')
  }, [connection, isStoring, notStoring, storingAgain])
}
