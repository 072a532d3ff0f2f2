import type { RefusalWords } from '#client/lib/refusal-words.ts'
import type { RosterRefusal } from '#shared/roster/refusals.ts'

export const rosterRefusals: RefusalWords<RosterRefusal> = {
  'roster.unknown-member': {
    fr: 'Cette personne n’est plus dans le vivier. Relisez la liste, ou relisez le fichier.',
    en: 'This person is no longer in the pool. Look at the list again, or read the file again.',
  },
  'roster.already-there': {
    fr: (name) => `${name} est déjà dans le vivier avec ce numéro. Modifiez sa fiche, ou relisez le fichier.`,
    en: (name) =>
      `${name} is already in the pool with this number. Change the entry, or read the file again.`,
  },
  'roster.named-twice': {
    fr: 'Le fichier parle deux fois de la même personne : rien n’a été importé.',
    en: 'The file speaks twice of the same person: nothing was imported.',
  },
  'roster.too-many': {
    fr: 'Le vivier ne peut pas dépasser 5 000 personnes.',
    en: 'The pool cannot hold more than 5,000 people.',
  },
  'roster.erased': {
    fr: 'Les données de cette personne ont été effacées : ce qui était écrit d’elle l’est aussi, et n’est pas enregistré. Un fichier est à relire.',
    en: 'The data of this person have been erased: what was written of them is too, and is not recorded. A file is to be read again.',
  },
}
