import type { RefusalWords } from '#client/lib/refusal-words.ts'
import type { ActivationRefusal } from '#shared/activation/refusals.ts'

export const activationRefusals: RefusalWords<ActivationRefusal> = {
  'activation.order-in-future': {
    fr: 'L’heure de l’ordre est dans le futur : corrigez-la.',
    en: 'The time of the order lies in the future: correct it.',
  },
  'activation.critical-steps-open': {
    fr: (steps) => `Étapes critiques encore ouvertes : ${steps}. Cochez-les, ou ouvrez en donnant un motif.`,
    en: (steps) => `Critical steps still open: ${steps}. Tick them, or open with a reason.`,
  },
  'activation.line-already-open': { fr: 'La ligne est déjà ouverte.', en: 'The line is already open.' },
  'activation.line-not-open': { fr: 'La ligne n’est pas ouverte.', en: 'The line is not open.' },
}
