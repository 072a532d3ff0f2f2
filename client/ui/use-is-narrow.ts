import { useSyncExternalStore } from 'react'

/* The style sheets say the same sizes. */
const narrow = media('(max-width: 999px)')
const small = media('(max-width: 599px), (max-height: 799px)')

/** Whether the window is too narrow for zones side by side: on a telephone, in half a screen, or zoomed. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(narrow.follow, narrow.matches)
}

/** Whether what has been answered should make room for what has not: on a telephone, or on a low screen. */
export function useIsSmall(): boolean {
  return useSyncExternalStore(small.follow, small.matches)
}

function media(condition: string) {
  return {
    matches: () => matchMedia(condition).matches,
    follow: (listener: () => void) => {
      const query = matchMedia(condition)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
  }
}
