import { createStore } from '#client/lib/store.ts'

/** `polite` waits for the end of the sentence being read; `assertive` interrupts: for what must be acted on now. */
export type Politeness = 'polite' | 'assertive'
type Announcements = Readonly<Record<Politeness, string>>

export const announcements = createStore<Announcements>({ polite: '', assertive: '' })

/**
 * Says something through the console's one live region. Screen readers stay silent when a region's text does not
 * change: the same sentence said twice differs by a trailing space they do not pronounce.
 */
export function announce(text: string, politeness: Politeness): void {
  const said = announcements.get()
  const repeated = said[politeness] === text
  announcements.set({ ...said, [politeness]: repeated ? `${text}\u00A0` : text })
}
