import { roles, type ActorRole, type Role } from '#shared/access/roles.ts'
import type { Checklists, CrisisChecklists, Step } from '#shared/checklists/state.ts'

export function findStep(lists: Checklists, id: string): Readonly<{ role: Role; step: Step }> | null {
  for (const role of roles) {
    const step = lists[role]?.find((candidate) => candidate.id === id)
    if (step !== undefined) return { role, step }
  }
  return null
}

/** Critical steps of every role that nobody has ticked yet. */
export function openCriticalSteps({ lists, ticks }: CrisisChecklists): readonly Step[] {
  return roles.flatMap((role) =>
    (lists[role] ?? []).filter((step) => step.critical && ticks[step.id] === undefined),
  )
}

/** A step is ticked by anyone of its role; the room lead ticks for whoever is missing. */
export function mayTickOf(role: Role, held: readonly ActorRole[]): boolean {
  return held.includes(role) || held.includes('roomLead')
}
