import { useCallback, useSyncExternalStore } from 'react'

/**
 * The console's one clock. It runs on the server's time: a desk computer that is four minutes late must not show a
 * T0 four minutes short. The connection tells the difference as it learns it.
 */
let offset = 0

/** Milliseconds since the epoch, as the server counts them. */
export function now(): number {
  return Date.now() + offset
}

/** @param milliseconds what to add to this machine's clock to get the server's */
export function setClockOffset(milliseconds: number): void {
  offset = milliseconds
}

type Ticker = { timer: ReturnType<typeof setTimeout>; readonly listeners: Set<() => void> }

// One timer per period, however many components follow it: hundreds of relative times change in the same frame.
const tickers = new Map<number, Ticker>()

function follow(period: number, listener: () => void): () => void {
  const ticker = tickers.get(period) ?? startTicker(period)
  ticker.listeners.add(listener)
  return () => {
    ticker.listeners.delete(listener)
    if (ticker.listeners.size > 0) return
    clearTimeout(ticker.timer)
    tickers.delete(period)
  }
}

/** Wakes just after each whole period, measured anew each time: intervals drift, and all clocks must turn together. */
function startTicker(period: number): Ticker {
  const next = () => setTimeout(tick, period - (now() % period) + 1)
  const tick = () => {
    ticker.timer = next()
    for (const listener of ticker.listeners) listener()
  }
  const ticker: Ticker = { timer: next(), listeners: new Set() }
  tickers.set(period, ticker)
  return ticker
}

/** The same answer all along a period: React asks several times while rendering. */
function read(period: number): number {
  return Math.floor(now() / period) * period
}

/**
 * The present time, whole periods only; the component renders again at each.
 * @param period 1 000 for clocks and countdowns, 15 000 or more for "il y a 6 min" (milliseconds)
 */
export function useNow(period: number): number {
  const subscribe = useCallback((listener: () => void) => follow(period, listener), [period])
  return useSyncExternalStore(subscribe, () => read(period))
}
