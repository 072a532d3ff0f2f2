import { defineWords } from '#client/lib/words.ts'

export const words = defineWords({
  fr: {
    print: 'Imprimer la liste de rappel',
    title: (crisis: string) => `Liste de rappel – ${crisis}`,
    edited: (members: number, at: string) =>
      `${members} membres, dans l’ordre d’appel, éditée le ${at}. Données personnelles : à détruire après usage.`,
    columns: {
      order: 'Ordre',
      member: 'Membre',
      numbers: 'Numéros',
      calledAt: 'Appelé à',
      answer: 'Réponse',
    },
    last: (outcome: string, time: string) => `Console, ${time} : ${outcome}`,
    hidden: 'non visible de votre poste',
  },
  en: {
    print: 'Print the call-in list',
    title: (crisis) => `Call-in list – ${crisis}`,
    edited: (members, at) =>
      `${members} members, in call order, printed on ${at}. Personal data: to be destroyed after use.`,
    columns: {
      order: 'Order',
      member: 'Member',
      numbers: 'Numbers',
      calledAt: 'Called at',
      answer: 'Answer',
    },
    last: (outcome, time) => `Console, ${time}: ${outcome}`,
    hidden: 'not shown at your desk',
  },
})
