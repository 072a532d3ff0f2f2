import type { ActorRole } from '#shared/access/roles.ts'

/**
 * What is asked of the server beside commands and the live state, and by whom. Held by a test against the second table of
 * docs/domain.md, which gives the reasons.
 */
export const questions = {
  /** Accounts, imports, sign-ins: the installation's own logbook, no crisis's. */
  installationLog: ['admin', 'quality'],
  /** Whose sealed data does not open. */
  unreadableData: ['admin'],
  /** That a follower in trouble try again at once. */
  anotherAttempt: ['admin'],
  /** That the public page, held since a restore, follow the journal again. */
  pageReleased: ['admin'],
} as const satisfies Record<string, readonly ActorRole[]>

export type Question = keyof typeof questions

/** Asked by the server before it answers, and by every screen before it offers. */
export function mayAsk(roles: readonly ActorRole[], question: Question): boolean {
  const may: readonly ActorRole[] = questions[question]
  return roles.some((role) => may.includes(role))
}
