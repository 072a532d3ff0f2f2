import type { RefusalWords } from '#client/lib/refusal-words.ts'
import type { CallinRefusal } from '#shared/callin/refusals.ts'

export const callinRefusals: RefusalWords<CallinRefusal> = {
  'callin.unknown-member': {
    fr: 'Cette personne n’est plus dans le vivier.',
    en: 'This person is no longer in the pool.',
  },
  'callin.already-taken': {
    fr: (name) => `${name || 'Un autre opérateur'} rappelle déjà cette personne. Reprenez-la si besoin.`,
    en: (name) => `${name || 'Another operator'} is already calling this person. Take over if needed.`,
  },
  'callin.already-present': {
    fr: 'Cette personne est déjà sur place.',
    en: 'This person is already on site.',
  },
  'callin.not-present': {
    fr: 'Cette personne n’est pas sur place : notez d’abord son arrivée.',
    en: 'This person is not on site: note the arrival first.',
  },
  'callin.nobody-to-call': {
    fr: 'Plus personne à rappeler pour l’instant.',
    en: 'Nobody left to call for now.',
  },
  'callin.unknown-phone': {
    fr: 'Ce numéro a changé dans le vivier : choisissez-en un autre.',
    en: 'This number has changed in the pool: choose another.',
  },
  'callin.phone-needed': {
    fr: 'Dites quel numéro est faux.',
    en: 'Say which number is wrong.',
  },
  'callin.time-past': {
    fr: 'Cette heure est passée : donnez une heure à venir.',
    en: 'That time has passed: give one still to come.',
  },
  'callin.too-late-to-undo': {
    fr: 'On n’annule que sa propre dernière saisie, pendant une minute. Notez plutôt la nouvelle réponse.',
    en: 'Only your own last entry can be taken back, within a minute. Note the new answer instead.',
  },
  'callin.unknown-post': {
    fr: (posts) => `Ce poste n’existe pas : la salle en a ${posts}.`,
    en: (posts) => `There is no such post: the room has ${posts}.`,
  },
  'callin.post-taken': {
    fr: (name) => `${name || 'Quelqu’un'} est déjà à ce poste.`,
    en: (name) => `${name || 'Somebody'} is already at this post.`,
  },
}
