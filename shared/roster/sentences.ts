import type { SentencesOf } from '#shared/journal/telling.ts'

export const rosterSentences: SentencesOf<'roster'> = {
  'roster.imported': {
    fr: ({ added, changed, removed }) =>
      `Vivier importé : ${added} ajoutés, ${changed} modifiés, ${removed} retirés`,
    en: ({ added, changed, removed }) =>
      `Pool imported: ${added} added, ${changed} changed, ${removed} removed`,
  },
  'roster.memberAdded': {
    fr: ({ member }, name) => `${name(member)} entre dans le vivier`,
    en: ({ member }, name) => `${name(member)} joins the pool`,
  },
  'roster.memberChanged': {
    fr: ({ member }, name) => `Fiche de ${name(member)} modifiée dans le vivier`,
    en: ({ member }, name) => `${name(member)}’s details changed in the pool`,
  },
  'roster.memberRemoved': {
    fr: ({ member }, name) => `${name(member)} quitte le vivier`,
    en: ({ member }, name) => `${name(member)} leaves the pool`,
  },
}
