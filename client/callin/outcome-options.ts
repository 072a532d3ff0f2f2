import type { CallOutcome } from '#shared/callin/outcomes.ts'
import type { Tone } from '#client/ui/tone.ts'

/** The keys of screens.md: what people answer most stands first; the hand learns them in ten calls. */
export const outcomeOptions: readonly Readonly<{ value: CallOutcome; keys: string; tone: Tone }>[] = [
  { value: 'coming30', keys: '1', tone: 'success' },
  { value: 'coming60', keys: '2', tone: 'success' },
  { value: 'coming120', keys: '3', tone: 'success' },
  { value: 'relief', keys: '4', tone: 'info' },
  { value: 'unavailable', keys: '5', tone: 'neutral' },
  { value: 'voicemail', keys: '6', tone: 'warning' },
  { value: 'noAnswer', keys: '7', tone: 'warning' },
  { value: 'wrongNumber', keys: '8', tone: 'danger' },
  { value: 'busy', keys: '9', tone: 'warning' },
  { value: 'remote', keys: '0', tone: 'info' },
  { value: 'later', keys: 'p', tone: 'info' },
]
