import type { SentencesOf } from '#shared/journal/telling.ts'

export const privacySentences: SentencesOf<'privacy'> = {
  'privacy.erased': {
    fr: ({ reason }) => `Données personnelles effacées : ${reason}`,
    en: ({ reason }) => `Personal data erased: ${reason}`,
  },
}
