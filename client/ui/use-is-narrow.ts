import { useSyncExternalStore } from 'react'

/** Below it zones no longer stand side by side. The style sheets say the same width. */
const narrow = '(max-width: 999px)'

/** Whether the window is too narrow for zones side by side: on a telephone, in half a screen, or zoomed. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(follow, () => matchMedia(narrow).matches)
}

function follow(listener: () => void): () => void {
  const query = matchMedia(narrow)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
