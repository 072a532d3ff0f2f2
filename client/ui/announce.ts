/**
 * `polite` waits for the end of the sentence being read; `assertive` interrupts: for what must be acted on now; `passing`
 * is polite and soon worthless: the number of proposals of a list.
 */
export type Politeness = 'polite' | 'assertive' | 'passing'
export type Announcement = Readonly<{ text: string; politeness: Politeness }>

const listeners = new Set<(one: Announcement) => void>()

/** Says something through the live region that can be heard now: the topmost dialog's, else the screen's. */
export function announce(text: string, politeness: Politeness): void {
  for (const listener of listeners) listener({ text, politeness })
}

/** For live regions; returns the way to stop. */
export function onAnnounce(listener: (one: Announcement) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
