import type { RefusalWords } from '#client/lib/refusal-words.ts'
import type { ClockRefusal } from '#shared/clock/refusals.ts'

export const clockRefusals: RefusalWords<ClockRefusal> = {
  'clock.not-doubted': {
    fr: 'L’horloge a changé depuis : regardez l’écart affiché maintenant.',
    en: 'The clock has changed since: look at the difference shown now.',
  },
}
