import type { CallOutcome } from '#shared/callin/outcomes.ts'
import type { Deed } from '#shared/callin/state.ts'
import type { Language } from '#shared/journal/telling.ts'
import type { PhoneKind } from '#shared/roster/state.ts'

type Label = Readonly<Record<Language, string>>

/** What a call came to, as the feed and the logbook say it. */
export const outcomeLabels: Readonly<Record<CallOutcome, Label>> = {
  coming30: { fr: 'arrive dans moins de 30 min', en: 'coming within 30 min' },
  coming60: { fr: 'arrive dans 30 à 60 min', en: 'coming in 30 to 60 min' },
  coming120: { fr: 'arrive dans 1 à 2 h', en: 'coming in 1 to 2 h' },
  later: { fr: 'disponible plus tard', en: 'available later' },
  relief: { fr: 'disponible pour la relève', en: 'available for relief' },
  remote: { fr: 'disponible à distance', en: 'available remotely' },
  unavailable: { fr: 'n’est pas disponible', en: 'is not available' },
  voicemail: { fr: 'messagerie', en: 'voicemail' },
  noAnswer: { fr: 'pas de réponse', en: 'no answer' },
  busy: { fr: 'occupé', en: 'busy' },
  wrongNumber: { fr: 'faux numéro', en: 'wrong number' },
}

export const phoneKindLabels: Readonly<Record<PhoneKind, Label>> = {
  mobile: { fr: 'portable', en: 'mobile' },
  home: { fr: 'domicile', en: 'home' },
  office: { fr: 'bureau', en: 'office' },
}

export const deedLabels: Readonly<Record<Deed, Label>> = {
  logged: { fr: 'réponse', en: 'answer' },
  arrived: { fr: 'arrivée', en: 'arrival' },
  seated: { fr: 'prise de poste', en: 'seating' },
  wentOnBreak: { fr: 'pause', en: 'break' },
  left: { fr: 'départ', en: 'departure' },
}
