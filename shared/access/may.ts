import { permissions } from '#shared/access/permissions.ts'
import type { ActorRole } from '#shared/access/roles.ts'
import type { Activation } from '#shared/activation/state.ts'
import type { CommandType } from '#shared/command.ts'
import type { PermissionRefusal } from '#shared/refusal.ts'

/** Who asks, and where it would be done. */
export type Asking = Readonly<{
  roles: readonly ActorRole[]
  /** The crisis, or what is known of the one about to be opened; null for what concerns none, or none yet. */
  crisis: Pick<Activation, 'kind' | 'closed'> | null
}>

/** Whether it may be done: asked by `decide` and by every screen. The rules of its feature may still refuse. */
export function may(asking: Asking, type: CommandType): boolean {
  return whyNot(asking, type) === null
}

/** Null when it may be done. */
export function whyNot({ roles: held, crisis }: Asking, type: CommandType): PermissionRefusal | null {
  const { roles, inExercise, ...rest } = permissions[type]
  const isHeld = roles.some((role) => held.includes(role))
  const isPlayed = inExercise.some((role) => held.includes(role))
  if (!isHeld && !isPlayed) return 'command.forbidden'
  if (!isHeld && crisis?.kind !== 'exercise') return 'command.exercise-only'
  const isOver = crisis !== null && crisis.closed !== null
  return isOver && 'afterClosure' in rest && !rest.afterClosure ? 'crisis.closed' : null
}
