/** What may be said to the public (domain.md 3.7). Labels are in `labels.ts`. */
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
export type PublicKind = (typeof publicKinds)[number]

/** Standing texts for members, callers on hold and the press: kept and reviewed with the others, never published. */
export const serviceKinds = [
  'memberCallIn',
  'memberStandDown',
  'reliefRequest',
  'voiceWelcome',
  'voiceOverflow',
  'pressInvite',
] as const

export type TemplateKind = PublicKind | (typeof serviceKinds)[number]

export function isPublicKind(kind: TemplateKind): kind is PublicKind {
  return publicKinds.some((known) => known === kind)
}
