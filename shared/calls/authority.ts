import type { ActorRole } from '#shared/access/roles.ts'
import type { Sheet, Urgent } from '#shared/calls/state.ts'
import type { Author } from '#shared/lib/id.ts'

/** Who acts on a sheet. */
export type Hand = Readonly<{ by: Author; roles: readonly ActorRole[] }>

/** The leads act for whoever has gone: on any sheet, call-back or emergency of the room. */
export function isLead(roles: readonly ActorRole[]): boolean {
  return roles.includes('roomLead') || roles.includes('teamLead')
}

export function mayCorrect(sheet: Sheet, { by, roles }: Hand): boolean {
  return sheet.by === by || isLead(roles)
}

export function mayEnd(urgent: Urgent, { by, roles }: Hand): boolean {
  return urgent.by === by || isLead(roles)
}
