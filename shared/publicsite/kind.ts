/** How each kind of message to the public reads on the page and in CAP (domain.md 3.7). */
import type { PublicKind } from '#shared/messages/kinds.ts'

export type CapUrgency = 'Immediate' | 'Expected' | 'Future' | 'Past' | 'Unknown'
export type CapSeverity = 'Extreme' | 'Severe' | 'Moderate' | 'Minor' | 'Unknown'
export type CapCertainty = 'Observed' | 'Likely' | 'Possible' | 'Unlikely' | 'Unknown'
/** `Execute`: act as the instruction says; `Monitor`: follow the sources it names. */
export type CapResponse = 'Execute' | 'Monitor' | 'AllClear' | 'None'

type KindOfMessage = Readonly<{
  /** As a small heading above the message, in the public's words: « message réflexe » is the profession's. */
  label: string
  /**
   * Whether its instructions take the place of those in force at the top of the page. A message that opens the line
   * must not push « montez à l'étage » out of sight.
   */
  guides: boolean
  urgency: CapUrgency
  severity: CapSeverity
  certainty: CapCertainty
  response: CapResponse
}>

const act = { guides: true, urgency: 'Immediate', severity: 'Severe', response: 'Execute' } as const
const inform = {
  guides: false,
  urgency: 'Expected',
  severity: 'Minor',
  certainty: 'Observed',
  response: 'Monitor',
} as const

const kinds: Readonly<Record<PublicKind, KindOfMessage>> = {
  // Sent before much is confirmed, hence likely rather than observed.
  firstMessage: { label: 'Premier message', ...act, certainty: 'Likely' },
  lineOpened: { label: 'Ouverture du numéro', ...inform },
  instructions: { label: 'Consignes', ...act, certainty: 'Observed' },
  situationReport: { label: 'Point de situation', ...inform, guides: true, severity: 'Moderate' },
  rumourDenial: { label: 'Démenti', ...inform, severity: 'Moderate' },
  familyInfo: { label: 'Familles et proches', ...inform },
  serviceStatus: { label: 'Services et transports', ...inform },
  callForWitnesses: { label: 'Appel à témoins', ...inform },
  donationsStop: { label: 'Dons et aide', ...inform },
  correction: { label: 'Rectificatif', ...act, certainty: 'Observed' },
  lineClosing: { label: 'Fermeture du numéro', ...inform },
  endOfEvent: {
    label: 'Fin de l’événement',
    guides: true,
    urgency: 'Past',
    severity: 'Minor',
    certainty: 'Observed',
    response: 'AllClear',
  },
  exerciseNotice: { label: 'Annonce d’exercice', ...inform, response: 'None' },
}

export function kindOfMessage(kind: PublicKind): KindOfMessage {
  return kinds[kind]
}
