import type { CallerStatus, EmergencyService, Outcome, Urgency } from '#shared/calls/outcomes.ts'
import type { Language } from '#shared/journal/telling.ts'

type Labels<K extends string> = Readonly<Record<K, Readonly<Record<Language, string>>>>

export const outcomeLabels: Labels<Outcome> = {
  answered: { fr: 'répondu', en: 'answered' },
  answeredWithReservation: { fr: 'répondu avec réserve', en: 'answered with reservation' },
  redirected: { fr: 'réorienté', en: 'redirected' },
  questionOpened: { fr: 'question sans réponse', en: 'unanswered question' },
  callbackPromised: { fr: 'rappel promis', en: 'call-back promised' },
  escalated: { fr: 'remonté', en: 'passed up' },
  transferredEmergency: { fr: 'transféré aux secours', en: 'transferred to emergency services' },
  abandonedByCaller: { fr: 'raccroché par l’appelant', en: 'hung up by the caller' },
  cutOff: { fr: 'coupé', en: 'cut off' },
  silentOrHoax: { fr: 'muet ou canular', en: 'silent or hoax' },
  notForUs: { fr: 'pas pour nous', en: 'not for us' },
}

export const callerStatusLabels: Labels<CallerStatus> = {
  relative: { fr: 'proche', en: 'relative' },
  involved: { fr: 'impliqué', en: 'involved' },
  affected: { fr: 'sinistré', en: 'affected' },
  witness: { fr: 'témoin', en: 'witness' },
}

export const urgencyLabels: Labels<Urgency> = {
  normal: { fr: 'normale', en: 'normal' },
  sensitive: { fr: 'sensible', en: 'sensitive' },
  vital: { fr: 'vitale', en: 'vital' },
}

export const emergencyServiceLabels: Labels<EmergencyService> = {
  '15': { fr: 'SAMU', en: 'ambulance' },
  '17': { fr: 'police, gendarmerie', en: 'police' },
  '18': { fr: 'pompiers', en: 'fire brigade' },
  '112': { fr: 'numéro européen', en: 'European number' },
  '114': { fr: 'sourds et malentendants', en: 'deaf and hard of hearing' },
}
