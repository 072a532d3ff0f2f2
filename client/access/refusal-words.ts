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
  'access.last-administrator': {
    fr: 'C’est le dernier compte d’administration : nommez-en un autre d’abord.',
    en: 'This is the last administrator: name another one first.',
  },
}
