import { defineWords } from '#client/lib/words.ts'

export const words = defineWords({
  fr: {
    print: 'Imprimer une fiche vierge',
    title: 'Fiche d’appel',
    noCrisis: 'Crise :',
    day: 'Date',
    taker: 'Répondant',
    begins: 'Début de l’appel (heure)',
    ends: 'Fin de l’appel (heure)',
    reason: 'Motif',
    precisely: 'Précisément',
    commune: 'Commune',
    outcome: 'Issue',
    note: 'Ce que dit l’appelant, en bref',
    caller: 'Seulement s’il faut rappeler ou faire remonter',
    name: 'Nom',
    phone: 'Numéro',
    callbackAt: 'Rappel promis à (heure)',
    upward: 'À faire remonter au COD, sans nom',
    vital: 'Urgence vitale',
    vitalText:
      'Restez en ligne. Où exactement, combien de personnes, quel danger, quel numéro vous rappelle. Prévenez le chef de salle de vive voix, transférez l’appel, restez jusqu’à ce que le service réponde.',
    afterwards:
      'Au retour de la console : saisir cette fiche avec l’heure réelle de l’appel (Détails, F9), puis la détruire.',
  },
  en: {
    print: 'Print a blank sheet',
    title: 'Call sheet',
    noCrisis: 'Crisis:',
    day: 'Date',
    taker: 'Call taker',
    begins: 'Call began at',
    ends: 'Call ended at',
    reason: 'Reason',
    precisely: 'Precisely',
    commune: 'Commune',
    outcome: 'Outcome',
    note: 'What the caller says, in brief',
    caller: 'Only where a call-back or passing on is needed',
    name: 'Name',
    phone: 'Number',
    callbackAt: 'Call-back promised at',
    upward: 'To be passed on, without a name',
    vital: 'Life threat',
    vitalText:
      'Stay on the line. Where exactly, how many people, what danger, what number to call back. Tell the room lead aloud, transfer the call, stay until the service answers.',
    afterwards:
      'When the console is back: enter this sheet with the true time of the call (Details, F9), then destroy it.',
  },
})
