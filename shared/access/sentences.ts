import { roleLabels } from '#shared/access/labels.ts'
import type { GraveAct } from '#shared/access/grave.ts'
import type { Role } from '#shared/access/roles.ts'
import { tellTime, type Language, type Name, type SentencesOf } from '#shared/journal/telling.ts'
import { unreachable } from '#shared/lib/unreachable.ts'

function tellRoles(held: readonly Role[], language: Language): string {
  return held.map((role) => roleLabels[role][language]).join(', ')
}

/** What is asked for, as the second person reads it. */
export function tellGraveAct(act: GraveAct, name: Name, language: Language): string {
  const isFrench = language === 'fr'
  switch (act.kind) {
    case 'create': {
      const roles = tellRoles(act.roles, language)
      return isFrench ? `nouveau compte : ${act.name} (${roles})` : `new account: ${act.name} (${roles})`
    }
    case 'change': {
      const roles = tellRoles(act.roles, language)
      return isFrench ? `rôles de ${name(act.account)} : ${roles}` : `roles of ${name(act.account)}: ${roles}`
    }
    case 'reissue':
      return isFrench ? `nouveau lien pour ${name(act.account)}` : `new link for ${name(act.account)}`
    case 'deputy': {
      const role = roleLabels[act.role][language]
      return isFrench
        ? `${name(act.account)}, suppléant pour ${role}`
        : `${name(act.account)} as deputy for ${role}`
    }
    default:
      return unreachable(act)
  }
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
  'access.administratorSeen': {
    fr: ({ account }, name) => `Administration présente : ${name(account)}`,
    en: ({ account }, name) => `Administrator present: ${name(account)}`,
  },
  'access.requested': {
    fr: ({ act }, name) => `Second accord demandé : ${tellGraveAct(act, name, 'fr')}`,
    en: ({ act }, name) => `Second person asked: ${tellGraveAct(act, name, 'en')}`,
  },
  'access.halfKept': { fr: () => 'Moitié de lien gardée', en: () => 'Half of a link kept' },
  'access.confirmed': {
    fr: ({ requestedBy }, name) => `Accord donné à la demande de ${name(requestedBy)}`,
    en: ({ requestedBy }, name) => `${name(requestedBy)}’s request confirmed`,
  },
  'access.declined': {
    fr: ({ requestedBy, reason }, name) => `Demande de ${name(requestedBy)} refusée : ${reason}`,
    en: ({ requestedBy, reason }, name) => `${name(requestedBy)}’s request declined: ${reason}`,
  },
  'access.withdrawn': { fr: () => 'Demande d’accord retirée', en: () => 'Request withdrawn' },
  'access.linkShared': {
    fr: ({ account }, name) => `Lien de ${name(account)} partagé entre deux personnes`,
    en: ({ account }, name) => `${name(account)}’s link shared between two people`,
  },
  'access.passwordDropped': {
    fr: ({ account }, name) => `Ancien mot de passe de ${name(account)} annulé`,
    en: ({ account }, name) => `${name(account)}’s earlier password dropped`,
  },
  'access.givenAlone': {
    fr: ({ account, by }, name) =>
      by === 'system'
        ? `Accès donné depuis la machine, sans second accord : ${name(account)}`
        : `Accès donné par ${name(by)} seul, sans second accord : ${name(account)}`,
    en: ({ account, by }, name) =>
      by === 'system'
        ? `Access given from the machine, without a second person: ${name(account)}`
        : `Access given by ${name(by)} alone, without a second person: ${name(account)}`,
  },
  'access.vouched': {
    fr: ({ account }, name) => `Compte vérifié par une autre personne : ${name(account)}`,
    en: ({ account }, name) => `Account checked by another person: ${name(account)}`,
  },
  'access.deputyNamed': {
    fr: ({ account, role }, name) => `${name(account)} nommé suppléant pour ${roleLabels[role].fr}`,
    en: ({ account, role }, name) => `${name(account)} named deputy for ${roleLabels[role].en}`,
  },
  'access.deputyDismissed': {
    fr: ({ account, role }, name) => `${name(account)} n’est plus suppléant pour ${roleLabels[role].fr}`,
    en: ({ account, role }, name) => `${name(account)} is no longer deputy for ${roleLabels[role].en}`,
  },
  'access.deputySwitchedOn': {
    fr: ({ account, role, until, reason }, name) =>
      `Suppléance ouverte : ${name(account)} pour ${roleLabels[role].fr}, ${
        until === null ? 'jusqu’à la clôture' : `jusqu’à ${tellTime(until, 'fr')}`
      } (${reason})`,
    en: ({ account, role, until, reason }, name) =>
      `Deputy switched on: ${name(account)} for ${roleLabels[role].en}, ${
        until === null ? 'until the closure' : `until ${tellTime(until, 'en')}`
      } (${reason})`,
  },
  'access.deputySwitchedOff': {
    fr: ({ account, role }, name) => `Suppléance terminée : ${name(account)} pour ${roleLabels[role].fr}`,
    en: ({ account, role }, name) => `Deputy switched off: ${name(account)} for ${roleLabels[role].en}`,
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
  'access.sessionsHeld': {
    fr: () => 'Sessions prolongées après un arrêt ou un changement d’heure',
    en: () => 'Sessions prolonged after a stop or a change of the clock',
  },
  'access.sessionsRevoked': {
    fr: ({ account, except }, name) =>
      `${except === null ? 'Toutes les sessions' : 'Les autres sessions'} de ${name(account)} fermées`,
    en: ({ account, except }, name) =>
      `${except === null ? 'All sessions' : 'The other sessions'} of ${name(account)} closed`,
  },
  'access.signInLimited': {
    fr: ({ account }, name) =>
      account === null
        ? 'Trop de connexions refusées depuis un même endroit : attente imposée'
        : `Trop de connexions refusées à ${name(account)} : attente imposée`,
    en: ({ account }, name) =>
      account === null
        ? 'Too many sign-ins refused from one place: made to wait'
        : `Too many sign-ins refused to ${name(account)}: made to wait`,
  },
  'access.unlocked': {
    fr: ({ account }, name) => `Compte débloqué : ${name(account)}`,
    en: ({ account }, name) => `Account unlocked: ${name(account)}`,
  },
  'access.signInFailed': {
    fr: ({ account }, name) =>
      `Connexion refusée ${account === null ? '(identifiant inconnu)' : `à ${name(account)}`}`,
    en: ({ account }, name) =>
      `Sign-in refused ${account === null ? '(unknown login)' : `to ${name(account)}`}`,
  },
}
