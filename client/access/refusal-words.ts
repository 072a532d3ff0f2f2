import type { RefusalWords } from '#client/lib/refusal-words.ts'
import type { AccessRefusal } from '#shared/access/refusals.ts'

export const accessRefusals: RefusalWords<AccessRefusal> = {
  'access.already-set-up': {
    fr: 'La console est déjà en service : connectez-vous.',
    en: 'The console is already set up: sign in.',
  },
  'access.login-taken': {
    fr: (login) => `L’identifiant « ${login} » est déjà pris : choisissez-en un autre.`,
    en: (login) => `The login “${login}” is taken: choose another.`,
  },
  'access.unknown-account': { fr: 'Ce compte n’existe pas.', en: 'This account does not exist.' },
  'access.account-closed': { fr: 'Ce compte est fermé.', en: 'This account is closed.' },
  'access.invitation-invalid': {
    fr: 'Ce lien a expiré ou a déjà servi : demandez-en un nouveau à l’administrateur.',
    en: 'This link has expired or was used already: ask the administrator for a new one.',
  },
  'access.not-yours': {
    fr: 'Cette session n’est pas la vôtre.',
    en: 'This session is not yours.',
  },
  'access.own-request': {
    fr: 'C’est votre demande : une autre personne doit donner son accord.',
    en: 'This is your own request: another person must confirm it.',
  },
  'access.request-gone': {
    fr: 'Cette demande n’attend plus : quelqu’un y a déjà répondu, ou elle a été retirée.',
    en: 'This request no longer waits: somebody has answered it, or it was withdrawn.',
  },
  'access.request-expired': {
    fr: 'Cette demande a plus de 24 heures : il faut la refaire.',
    en: 'This request is more than 24 hours old: it must be made again.',
  },
  'access.request-void': {
    fr: 'La personne qui demande n’administre plus la console : la demande ne vaut plus.',
    en: 'Whoever asked is no longer an administrator: the request is void.',
  },
  'access.changed-meanwhile': {
    fr: 'Ce compte a changé depuis la demande : il faut la refaire.',
    en: 'This account has changed since it was asked: ask again.',
  },
  'access.too-many-requests': {
    fr: 'Trop de demandes attendent déjà : faites-y répondre d’abord.',
    en: 'Too many requests are waiting: have them answered first.',
  },
  'access.link-needed': {
    fr: 'Rechargez la page et recommencez : un second accord est maintenant nécessaire.',
    en: 'Reload and try again: a second person is needed now.',
  },
  'access.not-opened': {
    fr: 'Un lien vers ce compte est encore ouvert : attendez que la personne l’ait utilisé, puis vérifiez auprès d’elle.',
    en: 'A link to this account is still open: wait until the person has used it, then check with them.',
  },
  'access.not-independent': {
    fr: 'Il faut une autre personne, dont le compte ne repose pas lui-même sur une seule.',
    en: 'It takes another person, whose own account does not rest on one alone.',
  },
  'access.not-a-deputy': {
    fr: 'Cette personne n’est pas suppléante pour ce rôle.',
    en: 'This person is not a deputy for this role.',
  },
  'access.deputy-switches-itself': {
    fr: 'Une autre personne doit ouvrir votre suppléance.',
    en: 'Another person must switch you on as deputy.',
  },
  'access.end-past': {
    fr: 'Cette heure de fin est déjà passée.',
    en: 'This end is already past.',
  },
  'access.last-administrator': {
    fr: 'C’est le dernier compte d’administration : nommez-en un autre d’abord.',
    en: 'This is the last administrator: name another one first.',
  },
}
