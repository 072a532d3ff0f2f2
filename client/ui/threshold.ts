import type { Tone } from '#client/ui/tone.ts'

/** From three quarters of the way on there is still time to act, and no more time to wait. */
const warnFrom = 0.75

/** The colour of something that fills towards a limit. */
export function thresholdTone(fraction: number): Tone {
  if (fraction >= 1) return 'danger'
  return fraction >= warnFrom ? 'warning' : 'info'
}
