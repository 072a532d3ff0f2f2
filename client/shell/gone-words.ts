import { defineWords } from '#client/lib/words.ts'

export const goneWords = defineWords({
  fr: {
    title: (count: number) =>
      count === 1
        ? 'Le serveur a été remis à un état antérieur. Cet enregistrement que vous aviez fait n’existe plus :'
        : `Le serveur a été remis à un état antérieur. Ces ${count} enregistrements que vous aviez faits n’existent plus :`,
    again: 'Enregistrer de nouveau',
    allAgain: 'Tout enregistrer de nouveau',
    letGo: 'Laisser',
    letGoOf: (what: string) => `Laisser : ${what}`,
    againOf: (what: string) => `Enregistrer de nouveau : ${what}`,
    what: {
      access: 'compte ou session',
      activation: 'conduite de la crise',
      callin: 'rappel des membres',
      calls: 'fiche d’appel',
      clock: 'heure du serveur',
      checklists: 'check-list',
      journal: 'main courante',
      messages: 'message',
      privacy: 'effacement de données',
      roster: 'vivier',
      talkingpoints: 'éléments de langage',
    },
  },
  en: {
    title: (count) =>
      count === 1
        ? 'The server was put back to an earlier state. This record of yours no longer exists:'
        : `The server was put back to an earlier state. These ${count} records of yours no longer exist:`,
    again: 'Record again',
    allAgain: 'Record all again',
    letGo: 'Leave',
    letGoOf: (what) => `Leave: ${what}`,
    againOf: (what) => `Record again: ${what}`,
    what: {
      access: 'account or session',
      activation: 'conduct of the crisis',
      callin: 'call-in of members',
      calls: 'call sheet',
      clock: 'server time',
      checklists: 'checklist',
      journal: 'logbook',
      messages: 'message',
      privacy: 'erasure of data',
      roster: 'roster',
      talkingpoints: 'talking points',
    },
  },
})
