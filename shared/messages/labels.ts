import type { Language } from '#shared/journal/telling.ts'
import type { TemplateKind } from '#shared/messages/kinds.ts'

/** What a kind of message is called (domain.md 3.7). */
export const kindLabels: Readonly<Record<TemplateKind, Readonly<Record<Language, string>>>> = {
  firstMessage: { fr: 'Message réflexe', en: 'First message' },
  lineOpened: { fr: 'Ouverture du numéro', en: 'Line opened' },
  instructions: { fr: 'Consignes', en: 'Instructions' },
  situationReport: { fr: 'Point de situation', en: 'Situation report' },
  rumourDenial: { fr: 'Démenti', en: 'Rumour denial' },
  familyInfo: { fr: 'Familles et proches', en: 'Families and relatives' },
  serviceStatus: { fr: 'Routes, écoles, transports', en: 'Roads, schools, transport' },
  callForWitnesses: { fr: 'Appel à témoins', en: 'Call for witnesses' },
  donationsStop: { fr: 'Dons et aide', en: 'Donations' },
  correction: { fr: 'Rectificatif', en: 'Correction' },
  lineClosing: { fr: 'Fermeture du numéro', en: 'Line closing' },
  endOfEvent: { fr: 'Fin de l’événement', en: 'End of the event' },
  exerciseNotice: { fr: 'Annonce d’exercice', en: 'Exercise notice' },
  memberCallIn: { fr: 'Rappel des membres', en: 'Members’ call-in' },
  memberStandDown: { fr: 'Levée des membres', en: 'Members’ stand-down' },
  reliefRequest: { fr: 'Demande de relève', en: 'Relief request' },
  voiceWelcome: { fr: 'Accueil vocal', en: 'Voice welcome' },
  voiceOverflow: { fr: 'Débordement vocal', en: 'Voice overflow' },
  pressInvite: { fr: 'Invitation à la presse', en: 'Press invitation' },
}
