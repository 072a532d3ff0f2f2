import type { RefusalWords } from '#client/lib/refusal-words.ts'
import type { MessagesRefusal } from '#shared/messages/refusals.ts'

export const messagesRefusals: RefusalWords<MessagesRefusal> = {
  'messages.unknown': { fr: 'Ce message n’existe pas.', en: 'This message does not exist.' },
  'messages.unknown-template': { fr: 'Ce modèle n’existe plus.', en: 'This template no longer exists.' },
  'messages.too-many': {
    fr: 'Trop de messages ouverts : terminez ou retirez-en.',
    en: 'Too many open messages: finish or withdraw some.',
  },
  'messages.edited-meanwhile': {
    fr: (name) => `${name} a modifié ce texte entre-temps : relisez sa version, puis reprenez la vôtre.`,
    en: (name) => `${name} changed this text meanwhile: read their version, then go on with yours.`,
  },
  'messages.changed-meanwhile': {
    fr: 'Le texte a changé depuis que vous l’avez lu : relisez-le avant de valider.',
    en: 'The text has changed since you read it: read it again before approving.',
  },
  'messages.own-message': {
    fr: 'Vous avez rédigé ce texte : une autre personne doit le valider.',
    en: 'You wrote this text: another person must approve it.',
  },
  'messages.incomplete': {
    fr: (blank) =>
      blank === ''
        ? 'Le texte n’est pas complet : voyez les remarques en rouge.'
        : `Il reste un blanc à remplir : {${blank}}.`,
    en: (blank) =>
      blank === ''
        ? 'The text is not complete: see the remarks in red.'
        : `A blank is left to fill: {${blank}}.`,
  },
  'messages.nothing-corrected': {
    fr: 'Rien n’a changé depuis la version publiée.',
    en: 'Nothing has changed since the published version.',
  },
  'messages.nothing-to-edit': {
    fr: 'Ce message ne se modifie plus : ouvrez un rectificatif.',
    en: 'This message can no longer be edited: open a correction.',
  },
  'messages.not-submitted': {
    fr: 'Ce message n’est pas soumis à validation.',
    en: 'This message has not been submitted.',
  },
  'messages.not-approved': {
    fr: 'Ce texte n’est pas validé : il ne peut pas être publié.',
    en: 'This text is not approved: it cannot be published.',
  },
  'messages.not-published': { fr: 'Ce message n’est pas publié.', en: 'This message is not published.' },
  'messages.already-withdrawn': {
    fr: 'Ce message est déjà retiré.',
    en: 'This message is already withdrawn.',
  },
  'messages.correction-open': {
    fr: 'Un rectificatif est déjà en cours pour ce message.',
    en: 'A correction of this message is already open.',
  },
  'messages.next-point-past': {
    fr: 'L’heure du prochain point est passée : donnez-en une à venir, puis faites valider à nouveau.',
    en: 'The next point lies in the past: give a later time, then have it approved again.',
  },
  'messages.expired': {
    fr: 'La fin de validité est passée : corrigez-la.',
    en: 'The expiry lies in the past: correct it.',
  },
  'messages.installation-unnamed': {
    fr: 'Cette installation n’a pas encore de nom : un texte réel ne peut être ni validé ni publié. Qui tient le serveur règle INSTALLATION_NAME (« Préfecture de… ») et redémarre.',
    en: 'This installation has no name yet: a real text can be neither approved nor published. Whoever runs the server sets INSTALLATION_NAME (“Préfecture de…”) and restarts it.',
  },
  'messages.installation-unaddressed': {
    fr: 'L’adresse publique n’est pas réglée : un texte réel ne peut pas être publié. Qui tient le serveur règle PUBLIC_BASE_URL et redémarre.',
    en: 'The public address is not set: a real text cannot be published. Whoever runs the server sets PUBLIC_BASE_URL and restarts it.',
  },
}
