import { z } from 'zod'

/** What may be said to the public (domain.md 3.7). Labels are in `client/messages/words.ts`. */
export const publicKinds = [
  'firstMessage',
  'lineOpened',
  'instructions',
  'situationReport',
  'rumourDenial',
  'familyInfo',
  'serviceStatus',
  'callForWitnesses',
  'donationsStop',
  'correction',
  'lineClosing',
  'endOfEvent',
  'exerciseNotice',
] as const
export const PublicKind = z.enum(publicKinds)
export type PublicKind = z.infer<typeof PublicKind>

/** Standing texts for members, callers on hold and the press: kept and reviewed with the others, never published. */
export const serviceKinds = [
  'memberCallIn',
  'memberStandDown',
  'reliefRequest',
  'voiceWelcome',
  'voiceOverflow',
  'pressInvite',
] as const

export const TemplateKind = z.enum([...publicKinds, ...serviceKinds])
export type TemplateKind = z.infer<typeof TemplateKind>

export function isPublicKind(kind: TemplateKind): kind is PublicKind {
  return PublicKind.safeParse(kind).success
}
