import { minute } from '#shared/lib/time.ts'

/** What a member may say when reached (domain.md 3.5), in the order of the keys. */
export const answers = [
  'coming30',
  'coming60',
  'coming120',
  'relief',
  'unavailable',
  'remote',
  'later',
] as const
type Answer = (typeof answers)[number]

/** A call that reached nobody. */
export const missedCalls = ['voicemail', 'noAnswer', 'busy', 'wrongNumber'] as const
export type MissedCall = (typeof missedCalls)[number]

export type CallOutcome = Answer | MissedCall

/** The later end of what was announced: a cell is counted on when its members are surely there. */
export const announcedDelays = {
  coming30: 30 * minute,
  coming60: 60 * minute,
  coming120: 120 * minute,
} as const
export type Coming = keyof typeof announcedDelays

export function isComing(outcome: CallOutcome): outcome is Coming {
  return outcome in announcedDelays
}

export function isMissed(outcome: CallOutcome): outcome is MissedCall {
  return missedCalls.some((missed) => missed === outcome)
}
