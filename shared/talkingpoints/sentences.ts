import type { SentencesOf } from '#shared/journal/telling.ts'

export const talkingPointsSentences: SentencesOf<'talkingpoints'> = {
  'talkingpoints.issued': {
    fr: ({ version, title }) => `Éléments de langage v${version} : « ${title} »`,
    en: ({ version, title }) => `Talking points v${version}: “${title}”`,
  },
  'talkingpoints.retracted': {
    fr: ({ version, title, reason }) =>
      `Éléments de langage v${version} : ne plus dire « ${title} »${reason === null ? '' : ` : ${reason}`}`,
    en: ({ version, title, reason }) =>
      `Talking points v${version}: no longer say “${title}”${reason === null ? '' : `: ${reason}`}`,
  },
  'talkingpoints.forbidden': {
    fr: ({ version, statements }) =>
      statements.length === 0
        ? `Éléments de langage v${version} : plus rien à ne pas dire`
        : `Éléments de langage v${version}, à ne pas dire : ${statements.join(' · ')}`,
    en: ({ version, statements }) =>
      statements.length === 0
        ? `Talking points v${version}: nothing left not to say`
        : `Talking points v${version}, not to say: ${statements.join(' · ')}`,
  },
  'talkingpoints.acknowledged': {
    fr: ({ version }) => `Éléments de langage v${version} lus`,
    en: ({ version }) => `Talking points v${version} read`,
  },
}
