import { useSyncExternalStore } from 'react'
import { isTyping } from '#client/ui/is-typing.ts'

/** Whether the focus is in a text of several lines, where Entrée is a line break. */
export function useIsInText(): boolean {
  return useSyncExternalStore(follow, () => document.activeElement instanceof HTMLTextAreaElement)
}

/** Whether the focus is where letters are text: only keys with Alt or Ctrl act there. */
export function useIsTyping(): boolean {
  return useSyncExternalStore(follow, () => isTyping(document.activeElement))
}

function follow(listener: () => void): () => void {
  document.addEventListener('focusin', listener)
  document.addEventListener('focusout', listener)
  return () => {
    document.removeEventListener('focusin', listener)
    document.removeEventListener('focusout', listener)
  }
}
