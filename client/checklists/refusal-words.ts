import type { RefusalWords } from '#client/lib/refusal-words.ts'
import type { ChecklistsRefusal } from '#shared/checklists/refusals.ts'

export const checklistsRefusals: RefusalWords<ChecklistsRefusal> = {
  'checklists.unknown-step': {
    fr: 'Cette étape ne figure pas dans les listes de la crise.',
    en: 'This step is not in the lists of this crisis.',
  },
  'checklists.not-your-role': {
    fr: (step) => `« ${step} » se coche par son rôle ou par le chef de salle.`,
    en: (step) => `“${step}” is ticked by its own role or by the room lead.`,
  },
  'checklists.step-used-twice': {
    fr: (step) => `L’étape « ${step} » figure deux fois.`,
    en: (step) => `The step “${step}” appears twice.`,
  },
}
