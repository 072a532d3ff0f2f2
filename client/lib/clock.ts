import { useSyncExternalStore } from 'react'

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

type Ticker = { now: number; timer: ReturnType<typeof setInterval>; readonly listeners: Set<() => void> }

// One timer per period, however many components follow it: hundreds of relative times change in the same frame.
const tickers = new Map<number, Ticker>()

function follow(period: number, listener: () => void): () => void {
  const ticker = tickers.get(period) ?? startTicker(period)
  ticker.listeners.add(listener)
  return () => {
    ticker.listeners.delete(listener)
    if (ticker.listeners.size > 0) return
    clearInterval(ticker.timer)
    tickers.delete(period)
  }
}

function startTicker(period: number): Ticker {
  const listeners = new Set<() => void>()
  const tick = () => {
    ticker.now = now()
    for (const listener of listeners) listener()
  }
  const ticker: Ticker = { now: now(), timer: setInterval(tick, period), listeners }
  tickers.set(period, ticker)
  return ticker
}

/** Between two ticks React may ask again: the answer must be the same, hence the floor. */
function read(period: number): number {
  const ticker = tickers.get(period)
  return ticker === undefined ? Math.floor(now() / period) * period : ticker.now
}

/**
 * The present time, renewed every `period` milliseconds; the component renders again at each.
 * @param period 1 000 for clocks and countdowns, 15 000 or more for "il y a 6 min"
 */
export function useNow(period: number): number {
  return useSyncExternalStore(
    (listener) => follow(period, listener),
    () => read(period),
  )
}
