/**
 * Nothing jumps: while someone reads or points at a live list, entries that arrive wait behind a pill ("3 nouveaux")
 * instead of moving what is under the hand. Changes to entries already shown are shown at once.
 */
import { useState } from 'react'

type Held<Item> = Readonly<{ shown: readonly Item[]; waiting: number }>

/** Pure part: the items to show and how many wait, given the keys that were on show when the hold began. */
export function holdBack<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  onShow: ReadonlySet<string> | null,
): Held<Item> {
  if (onShow === null) return { shown: items, waiting: 0 }
  // Below the last one on show nothing moves: an older page that was asked for comes at once.
  const last = items.findLastIndex((item) => onShow.has(keyOf(item)))
  const shown = items.filter((item, index) => index > last || onShow.has(keyOf(item)))
  return { shown, waiting: items.length - shown.length }
}

/**
 * @param isHeld someone's hand is on the list: it is scrolled away from its newest end, or the focus is inside
 * @returns what to show, how many wait, and `release` to show them all now
 */
export function useHeldItems<Item>(items: readonly Item[], keyOf: (item: Item) => string, isHeld: boolean) {
  const keysNow = () => (isHeld ? new Set(items.map(keyOf)) : null)
  const [hold, setHold] = useState<{ isHeld: boolean; onShow: ReadonlySet<string> | null }>({
    isHeld,
    onShow: null,
  })
  const take = () => setHold({ isHeld, onShow: keysNow() })
  // Taken while rendering, not after: what arrived with the same render must not flash.
  if (hold.isHeld !== isHeld) take()
  return { ...holdBack(items, keyOf, hold.onShow), release: take }
}
