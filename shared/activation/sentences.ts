import { meansLabels, phaseLabels } from '#shared/activation/labels.ts'
import type { SentencesOf } from '#shared/journal/telling.ts'

export const activationSentences: SentencesOf<'activation'> = {
  'activation.opened': {
    fr: ({ kind, title, order, posts }) =>
      `${kind === 'exercise' ? 'EXERCICE : ' : ''}CIP activée « ${title} » sur ordre de ${order.givenBy} ${meansLabels[order.means].fr}, relu ; ${posts} postes à couvrir`,
    en: ({ kind, title, order, posts }) =>
      `${kind === 'exercise' ? 'EXERCISE: ' : ''}CIP activated “${title}” on the order of ${order.givenBy} ${meansLabels[order.means].en}, read back; ${posts} posts to cover`,
  },
  'activation.phaseChanged': {
    fr: ({ phase, reason }) => `Phase ${phaseLabels[phase].fr} : ${reason}`,
    en: ({ phase, reason }) => `Phase ${phaseLabels[phase].en}: ${reason}`,
  },
  'activation.detailsChanged': {
    fr: ({ title, crisisNumber, posts }) =>
      `Fiche de l’événement modifiée : « ${title} », ${posts} postes, ${crisisNumber === null ? 'sans numéro de crise' : `numéro ${crisisNumber}`}`,
    en: ({ title, crisisNumber, posts }) =>
      `Event details changed: “${title}”, ${posts} posts, ${crisisNumber === null ? 'no crisis number' : `number ${crisisNumber}`}`,
  },
  'activation.lineOpened': {
    fr: ({ overridden }) =>
      overridden === null
        ? 'Ligne ouverte au public'
        : `Ligne ouverte au public malgré ${overridden.steps.join(', ')} : ${overridden.reason}`,
    en: ({ overridden }) =>
      overridden === null
        ? 'Line opened to the public'
        : `Line opened to the public despite ${overridden.steps.join(', ')}: ${overridden.reason}`,
  },
  'activation.lineClosed': {
    fr: ({ reason }) => `Ligne fermée au public : ${reason}`,
    en: ({ reason }) => `Line closed to the public: ${reason}`,
  },
  'activation.closed': {
    fr: ({ reason }) => `CIP clôturée : ${reason}`,
    en: ({ reason }) => `CIP closed: ${reason}`,
  },
}
