import { ApiError } from '#client/lib/api.ts'
import { useLanguage } from '#client/lib/language.ts'
import { sayReason, type Reason } from '#client/lib/refusal-words.ts'
import { accessRefusals } from '#client/access/refusal-words.ts'

const sentences: Readonly<Record<string, Reason>> = {
  ...accessRefusals,
  'network.away': {
    fr: 'Le serveur ne répond pas. Vérifiez le réseau et réessayez.',
    en: 'The server does not answer. Check the network and try again.',
  },
  'access.wrong-credentials': {
    fr: 'Identifiant ou mot de passe incorrect.',
    en: 'Wrong login or password.',
  },
  'access.too-many-attempts': {
    fr: (seconds) =>
      `Trop d’essais. Réessayez dans ${Math.ceil(Number(seconds) / 60)} min, ou demandez à l’administration de débloquer votre compte.`,
    en: (seconds) =>
      `Too many attempts. Try again in ${Math.ceil(Number(seconds) / 60)} min, or ask an administrator to unlock your account.`,
  },
  'access.busy': {
    fr: 'Beaucoup de connexions au même instant. Réessayez dans quelques secondes.',
    en: 'Many sign-ins at once. Try again in a few seconds.',
  },
  'access.password-common': {
    fr: 'Ce mot de passe est de ceux qu’on essaie en premier. Prenez trois ou quatre mots sans rapport entre eux.',
    en: 'This password is one of those that are tried first. Take three or four words that have nothing to do with each other.',
  },
  'access.password-like-you': {
    fr: 'Ce mot de passe est fait de votre identifiant ou de votre nom. Prenez trois ou quatre mots sans rapport avec vous.',
    en: 'This password is made of your login or your name. Take three or four words that have nothing to do with you.',
  },
  'access.same-password': {
    fr: 'Le nouveau mot de passe doit être différent de l’ancien.',
    en: 'The new password must differ from the present one.',
  },
  'access.signed-out': {
    fr: 'Votre session est terminée : reconnectez-vous.',
    en: 'Your session has ended: sign in again.',
  },
  'access.other-person': {
    fr: 'Une autre personne s’est connectée dans ce navigateur : rien n’est fait à sa place.',
    en: 'Somebody else has signed in in this browser: nothing is done in their place.',
  },
  'access.password-expired': {
    fr: 'Choisissez d’abord un nouveau mot de passe.',
    en: 'Choose a new password first.',
  },
  'command.forbidden': {
    fr: 'Votre rôle ne permet pas de faire cela.',
    en: 'Your role does not allow this.',
  },
  'request.invalid': { fr: 'La saisie n’est pas valable.', en: 'What was entered is not valid.' },
  'request.too-large': { fr: 'C’est trop volumineux.', en: 'This is too large.' },
  'register.unavailable': {
    fr: 'La recherche et la main courante ne répondent pas. Réessayez dans un moment.',
    en: 'The search and the logbook do not answer. Try again shortly.',
  },
  'register.rebuilding': {
    fr: 'La recherche et la main courante se reconstruisent : rien n’est perdu. Réessayez dans un moment.',
    en: 'The search and the logbook are being rebuilt: nothing is lost. Try again shortly.',
  },
  'server.unavailable': {
    fr: 'Le serveur n’enregistre rien pour l’instant. Réessayez dans un moment.',
    en: 'The server stores nothing at the moment. Try again shortly.',
  },
}

const unforeseen: Reason = {
  fr: 'Le serveur n’a pas pu répondre. Réessayez ; si cela recommence, prévenez le SIDSIC.',
  en: 'The server could not answer. Try again; if it happens again, tell the IT desk.',
}

/** What went wrong with a request, in the reader's words. */
export function useApiWords(): (error: unknown) => string {
  const language = useLanguage()
  return (error) =>
    error instanceof ApiError
      ? sayReason(sentences[error.code] ?? unforeseen, error.detail, language)
      : sayReason(unforeseen, null, language)
}
