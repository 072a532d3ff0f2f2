import type { orderMeans } from '#shared/activation/commands.ts'
import type { Phase } from '#shared/activation/phases.ts'
import type { Language } from '#shared/journal/telling.ts'

type Labels<T extends string> = Readonly<Record<T, Readonly<Record<Language, string>>>>

export const phaseLabels: Labels<Phase> = {
  preAlert: { fr: 'mise en alerte', en: 'pre-alert' },
  standby: { fr: 'mise en veille', en: 'stand-by' },
  active: { fr: 'active', en: 'active' },
  reinforced: { fr: 'renforcée', en: 'reinforced' },
  windingDown: { fr: 'désengagement', en: 'winding down' },
}

export const meansLabels: Labels<(typeof orderMeans)[number]> = {
  phone: { fr: 'par téléphone', en: 'by phone' },
  inPerson: { fr: 'de vive voix', en: 'in person' },
  radio: { fr: 'par radio', en: 'by radio' },
  email: { fr: 'par courriel', en: 'by e-mail' },
  sms: { fr: 'par SMS', en: 'by text message' },
}
