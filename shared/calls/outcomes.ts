import { z } from 'zod'

/** How a public call ended (domain.md 3.4). */
export const outcomes = [
  'answered',
  'answeredWithReservation',
  'redirected',
  'questionOpened',
  'callbackPromised',
  'escalated',
  'transferredEmergency',
  'abandonedByCaller',
  'cutOff',
  'silentOrHoax',
  'notForUs',
] as const
export const Outcome = z.enum(outcomes)
export type Outcome = z.infer<typeof Outcome>

export const channels = ['phone', 'callback', 'email', 'social'] as const
export const callerStatuses = ['relative', 'involved', 'affected', 'witness'] as const
export type CallerStatus = (typeof callerStatuses)[number]
export const urgencies = ['normal', 'sensitive', 'vital'] as const
export type Urgency = (typeof urgencies)[number]

/** Who takes over a vital emergency: SAMU, police, pompiers, European number, deaf people's line. */
export const emergencyServices = ['15', '17', '18', '112', '114'] as const
export type EmergencyService = (typeof emergencyServices)[number]
