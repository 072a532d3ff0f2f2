import { tellTime, type SentencesOf } from '#shared/journal/telling.ts'
import { kindLabels } from '#shared/messages/labels.ts'

export const messagesSentences: SentencesOf<'messages'> = {
  'messages.templateSaved': {
    fr: ({ template }) => `Modèle relu et enregistré : ${template.name}`,
    en: ({ template }) => `Template reviewed and saved: ${template.name}`,
  },
  'messages.templateRemoved': {
    fr: ({ name }) => `Modèle supprimé : ${name}`,
    en: ({ name }) => `Template removed: ${name}`,
  },
  'messages.drafted': {
    fr: ({ kind, content }) => `Message commencé (${kindLabels[kind].fr}) : « ${content.title} »`,
    en: ({ kind, content }) => `Message begun (${kindLabels[kind].en}): “${content.title}”`,
  },
  'messages.edited': {
    fr: ({ content, revision }) => `Texte modifié (état ${revision}) : « ${content.title} »`,
    en: ({ content, revision }) => `Text changed (revision ${revision}): “${content.title}”`,
  },
  'messages.submitted': {
    fr: ({ title }) => `Soumis à validation : « ${title} »`,
    en: ({ title }) => `Submitted for approval: “${title}”`,
  },
  'messages.approved': {
    fr: ({ title, hash }) => `Validé : « ${title} » (empreinte ${hash.slice(0, 8)})`,
    en: ({ title, hash }) => `Approved: “${title}” (fingerprint ${hash.slice(0, 8)})`,
  },
  'messages.sentBack': {
    fr: ({ title, comment }) => `Renvoyé à son auteur : « ${title} » : ${comment}`,
    en: ({ title, comment }) => `Sent back to its author: “${title}”: ${comment}`,
  },
  'messages.approvalVoided': {
    fr: ({ title }) => `Validation annulée, le texte a été modifié : « ${title} »`,
    en: ({ title }) => `Approval void, the text was changed: “${title}”`,
  },
  'messages.published': {
    fr: ({ title, version, nextPointAt }) =>
      `Publié${version === 1 ? '' : ` (rectifié, version ${version})`} : « ${title} »${nextPointAt === null ? '' : ` ; prochain point promis à ${tellTime(nextPointAt, 'fr')}`}`,
    en: ({ title, version, nextPointAt }) =>
      `Published${version === 1 ? '' : ` (corrected, version ${version})`}: “${title}”${nextPointAt === null ? '' : `; next point promised at ${tellTime(nextPointAt, 'en')}`}`,
  },
  'messages.correctionOpened': {
    fr: ({ title, correction }) => `Correction commencée : « ${title} » : ${correction}`,
    en: ({ title, correction }) => `Correction begun: “${title}”: ${correction}`,
  },
  'messages.withdrawn': {
    fr: ({ title, reason }) => `Retiré de la page publique : « ${title} » : ${reason}`,
    en: ({ title, reason }) => `Withdrawn from the public page: “${title}”: ${reason}`,
  },
  'messages.discarded': {
    fr: ({ title }) => `Brouillon abandonné : « ${title} »`,
    en: ({ title }) => `Draft given up: “${title}”`,
  },
}
