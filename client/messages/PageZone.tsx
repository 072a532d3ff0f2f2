import { createContext, use, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** The zone beside the text. Null until it is on the screen. */
export const PageZone = createContext<HTMLElement | null>(null)

/**
 * Drawn in the zone beside the text, by whoever has the text in hand: what is being written stays with its author's view,
 * and the list is not made anew each time another view takes over.
 */
export function InPageZone({ children }: Readonly<{ children: ReactNode }>) {
  const zone = use(PageZone)
  return zone === null ? null : createPortal(children, zone)
}
