import { hour, minute } from '#shared/lib/time.ts'

/** Two hours of a crisis, drawn from left to right; everything on one screen shares them. Milliseconds since the epoch. */
export type TimeAxis = Readonly<{ t0: number; from: number; to: number; now: number }>

const length = 2 * hour
const step = 30 * minute
/** What lies ahead must have its place: the present stands at most this far in. */
const past = 90 * minute

/** T0 to T0 + 2 h; later on the two hours that end half an hour or more from now, moved by half hours. */
export function timeAxis(t0: number, now: number): TimeAxis {
  const from = t0 + Math.max(0, Math.ceil((now - t0 - past) / step)) * step
  return { t0, from, to: from + length, now }
}

/** Where an instant stands, in percent from the left; the edge for what lies outside. */
export function across({ from, to }: TimeAxis, at: number): number {
  return Math.min(1, Math.max(0, (at - from) / (to - from))) * 100
}

/** The half hours, both ends included. */
export function axisMarks({ from, to }: TimeAxis): readonly number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, n) => from + n * step)
}
