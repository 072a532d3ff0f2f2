import type { RefusalWords } from '#client/lib/refusal-words.ts'
import type { PrivacyRefusal } from '#shared/privacy/refusals.ts'

export const privacyRefusals: RefusalWords<PrivacyRefusal> = {
  'privacy.account-open': {
    fr: 'Ce compte est encore ouvert : fermez-le avant d’effacer ses données.',
    en: 'This account is still open: close it before erasing its data.',
  },
  'privacy.unknown-subject': {
    fr: 'Cette fiche ou cette personne est inconnue : rien n’a été effacé.',
    en: 'This sheet or person is unknown: nothing was erased.',
  },
}
