import type { RefusalWords } from '#client/lib/refusal-words.ts'
import type { JournalRefusal } from '#shared/journal/refusals.ts'

export const journalRefusals: RefusalWords<JournalRefusal> = {
  'journal.in-future': {
    fr: 'L’heure du fait est dans le futur : corrigez-la.',
    en: 'The time of the fact lies in the future: correct it.',
  },
  'journal.unknown-line': {
    fr: 'Cette ligne de la main courante n’existe pas.',
    en: 'This logbook line does not exist.',
  },
}
