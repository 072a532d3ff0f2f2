import type { SentencesOf } from '#shared/journal/telling.ts'

export const journalSentences: SentencesOf<'journal'> = {
  'journal.noted': { fr: ({ text }) => text, en: ({ text }) => text },
  'journal.struck': {
    fr: ({ line, reason }) => `Ligne ${line} rayée : ${reason}`,
    en: ({ line, reason }) => `Line ${line} struck out: ${reason}`,
  },
}
