import type { PersonalInput } from '#shared/calls/content.ts'
import type { Outcome, Urgency } from '#shared/calls/outcomes.ts'
import type { Reason } from '#shared/calls/reasons.ts'

/** What somebody calls about, and how it ends. `weight`: how often, against the others. */
export type Conversation = Readonly<{
  weight: number
  reason: Reason
  outcome: Outcome
  urgency?: Urgency
  note?: string | null
  request?: string | null
  answer?: string | null
  redirectedTo?: string
  fact?: string
}>

export const conversations: readonly Conversation[] = [
  { weight: 9, reason: 'mobility.roadClosed', outcome: 'answered', request: 'La D 912 est-elle ouverte ?', answer: 'Fermée entre Saint-Aubin et Rochemaure.' },
  { weight: 8, reason: 'instructions.shelter', outcome: 'answered' },
  { weight: 7, reason: 'schools.closed', outcome: 'answered', request: 'L’école ouvre-t-elle demain ?', answer: 'Fermée demain, voir le message.' },
  { weight: 5, reason: 'schools.pickUp', outcome: 'answered' },
  { weight: 5, reason: 'instructions.water', outcome: 'answeredWithReservation', request: 'Peut-on boire l’eau du robinet ?' },
  { weight: 4, reason: 'instructions.power', outcome: 'redirected', redirectedTo: 'Dépannage du réseau électrique' },
  { weight: 4, reason: 'rumourCheck.event', outcome: 'answered', request: 'Le barrage a-t-il cédé ?', answer: 'Non : intact et surveillé.' },
  { weight: 4, reason: 'missingRelative.checkingSafety', outcome: 'callbackPromised', note: 'Cherche des nouvelles de sa mère, 81 ans, rue du Lavoir.' },
  { weight: 3, reason: 'helpRequest.lodging', outcome: 'callbackPromised', request: 'Deux adultes, un bébé : où dormir ?' },
  { weight: 3, reason: 'helpRequest.isolatedPerson', outcome: 'escalated', urgency: 'sensitive', fact: 'Personne âgée isolée au premier étage, eau au rez-de-chaussée.' },
  { weight: 3, reason: 'reportInfo.waterLevel', outcome: 'answered', fact: 'L’eau a atteint les premières marches de la mairie.' },
  { weight: 3, reason: 'reportInfo.damage', outcome: 'answered', fact: 'Arbre tombé sur la route de la Combe.' },
  { weight: 3, reason: 'mobility.trains', outcome: 'redirected', redirectedTo: 'Information voyageurs' },
  { weight: 2, reason: 'offerHelp.volunteer', outcome: 'redirected', redirectedTo: 'Réserve communale' },
  { weight: 2, reason: 'elected.resources', outcome: 'callbackPromised', request: 'La mairie demande des sacs de sable.' },
  { weight: 2, reason: 'press.local', outcome: 'redirected', redirectedTo: 'Service presse' },
  { weight: 2, reason: 'distress.panic', outcome: 'answered', urgency: 'sensitive', note: 'Rassurée, ses voisins sont avec elle.' },
  { weight: 2, reason: 'instructions.evacuation', outcome: 'questionOpened', request: 'Le camping doit-il évacuer ?' },
  { weight: 1, reason: 'unusable.hoax', outcome: 'silentOrHoax' },
  { weight: 2, reason: 'unusable.outOfScope', outcome: 'notForUs' },
  { weight: 1, reason: 'afterEvent.insurance', outcome: 'redirected', redirectedTo: 'Assureur' },
] // prettier-ignore

export const callers = [
  'Odile Garnier', 'Ahmed Benali', 'Jeanne Pichon', 'Lucas Ferrand', 'Mireille Aubert', 'Sékou Camara', 'Valérie Hamon',
  'Georges Fabre', 'Lina Costa', 'Robert Weiss', 'Patricia Jourdan', 'Élie Bouchard', 'Thi Mai Pham', 'Denis Colas',
] // prettier-ignore

export function personalOf(
  { note = null, request = null, answer = null }: Conversation,
  caller: Readonly<{ name: string; phone: string }> | null,
): PersonalInput | null {
  if (caller === null && note === null && request === null) return null
  const who = caller === null ? null : { ...caller, address: null, language: null, relation: null }
  return { caller: who, sought: null, note, request, answer }
}
