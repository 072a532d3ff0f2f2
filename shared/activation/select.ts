import type { Activation } from '#shared/activation/state.ts'
import { minute } from '#shared/lib/time.ts'

/** Order to line really answering: "under one hour" (domain.md 3.8, Q1), alert at 45 minutes. */
export const lineThreshold = 60 * minute

export function isLineOpen(activation: Activation): boolean {
  return activation.lineOpenedAt !== null && activation.lineClosedAt === null && activation.closed === null
}

export function isExercise(activation: Activation): boolean {
  return activation.kind === 'exercise'
}
