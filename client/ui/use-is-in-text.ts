import { useSyncExternalStore } from 'react'

/** Whether the focus is in a text of several lines, where Entrée is a line break. */
export function useIsInText(): boolean {
  return useSyncExternalStore(follow, () => document.activeElement instanceof HTMLTextAreaElement)
}

function follow(listener: () => void): () => void {
  document.addEventListener('focusin', listener)
  document.addEventListener('focusout', listener)
  return () => {
    document.removeEventListener('focusin', listener)
    document.removeEventListener('focusout', listener)
  }
}
