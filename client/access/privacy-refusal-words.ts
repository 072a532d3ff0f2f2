import type { RefusalWords } from '#client/lib/refusal-words.ts'
import type { PrivacyRefusal } from '#shared/privacy/refusals.ts'

export const privacyRefusals: RefusalWords<PrivacyRefusal> = {
  'privacy.account-open': {
    fr: 'Ce compte est encore ouvert : fermez-le avant d’effacer ses données.',
    en: 'This account is still open: close it before erasing its data.',
  },
}
