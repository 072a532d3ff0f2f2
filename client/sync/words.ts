import { defineWords } from '#client/lib/words.ts'

export const words = defineWords({
  fr: {
    reason: 'Motif',
    reasonError: 'Motif : indiquez-le, il restera dans la main courante.',
    cancel: 'Annuler',
    pending: 'Gardé : sera transmis au retour de la connexion.',
    changed: 'Ce n’est plus dans l’état où vous l’avez ouvert : la main courante dit ce qui a été fait.',
    didMeanwhile: (time: string, who: string, what: string) => `${time}, ${who} : ${what}`,
  },
  en: {
    reason: 'Reason',
    reasonError: 'Reason: give it, it stays in the logbook.',
    cancel: 'Cancel',
    pending: 'Kept: will be sent when the connection returns.',
    changed: 'It is no longer as you opened it: the logbook says what was done.',
    didMeanwhile: (time, who, what) => `${time}, ${who}: ${what}`,
  },
})
