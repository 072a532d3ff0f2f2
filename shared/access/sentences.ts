import { roleLabels } from '#shared/access/labels.ts'
import type { Role } from '#shared/access/roles.ts'
import type { Language, SentencesOf } from '#shared/journal/telling.ts'

function tellRoles(held: readonly Role[], language: Language): string {
  return held.map((role) => roleLabels[role][language]).join(', ')
}

export const accessSentences: SentencesOf<'access'> = {
  'access.accountCreated': {
    fr: ({ name, roles }) => `Compte créé : ${name} (${tellRoles(roles, 'fr')})`,
    en: ({ name, roles }) => `Account created: ${name} (${tellRoles(roles, 'en')})`,
  },
  'access.accountChanged': {
    fr: ({ name, roles }) => `Compte modifié : ${name} (${tellRoles(roles, 'fr')})`,
    en: ({ name, roles }) => `Account changed: ${name} (${tellRoles(roles, 'en')})`,
  },
  'access.accountClosed': {
    fr: ({ account }, name) => `Compte fermé : ${name(account)}`,
    en: ({ account }, name) => `Account closed: ${name(account)}`,
  },
  'access.invitationIssued': {
    fr: ({ account }, name) => `Invitation établie pour ${name(account)}`,
    en: ({ account }, name) => `Invitation issued to ${name(account)}`,
  },
  'access.passwordSet': {
    fr: ({ account }, name) => `Mot de passe choisi par ${name(account)}`,
    en: ({ account }, name) => `Password chosen by ${name(account)}`,
  },
  'access.passwordExpired': {
    fr: ({ account }, name) => `Changement de mot de passe exigé de ${name(account)}`,
    en: ({ account }, name) => `Password change required from ${name(account)}`,
  },
  'access.sessionOpened': {
    fr: ({ account }, name) => `Connexion de ${name(account)}`,
    en: ({ account }, name) => `${name(account)} signed in`,
  },
  'access.sessionClosed': {
    fr: ({ account }, name) => `Déconnexion de ${name(account)}`,
    en: ({ account }, name) => `${name(account)} signed out`,
  },
  'access.sessionsRevoked': {
    fr: ({ account, except }, name) =>
      `${except === null ? 'Toutes les sessions' : 'Les autres sessions'} de ${name(account)} fermées`,
    en: ({ account, except }, name) =>
      `${except === null ? 'All sessions' : 'The other sessions'} of ${name(account)} closed`,
  },
  'access.signInFailed': {
    fr: ({ account }, name) =>
      `Connexion refusée ${account === null ? '(identifiant inconnu)' : `à ${name(account)}`}`,
    en: ({ account }, name) =>
      `Sign-in refused ${account === null ? '(unknown login)' : `to ${name(account)}`}`,
  },
}
