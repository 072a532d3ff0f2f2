import { roleLabels } from '#shared/access/labels.ts'
import type { SentencesOf } from '#shared/journal/telling.ts'

export const checklistsSentences: SentencesOf<'checklists'> = {
  'checklists.saved': {
    fr: ({ role, steps }) => `Fiche réflexe ${roleLabels[role].fr} modifiée : ${steps.length} étapes`,
    en: ({ role, steps }) => `Reflex card ${roleLabels[role].en} changed: ${steps.length} steps`,
  },
  'checklists.opened': {
    fr: () => 'Fiches réflexes distribuées',
    en: () => 'Reflex cards handed out',
  },
  'checklists.ticked': {
    fr: ({ label }) => `Fait : ${label}`,
    en: ({ label }) => `Done: ${label}`,
  },
  'checklists.unticked': {
    fr: ({ label }) => `À refaire : ${label}`,
    en: ({ label }) => `To do again: ${label}`,
  },
}
