import { defineWords } from '#client/lib/words.ts'

export const words = defineWords({
  fr: {
    reason: 'Motif',
    reasonError: 'Motif : indiquez-le, il restera dans la main courante.',
    cancel: 'Annuler',
  },
  en: {
    reason: 'Reason',
    reasonError: 'Reason: give it, it stays in the logbook.',
    cancel: 'Cancel',
  },
})
