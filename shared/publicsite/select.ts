import { kindOfMessage } from '#shared/publicsite/kind.ts'
import type { AnyCrisis, PublicMessage, PublicVersion } from '#shared/publicsite/page-model.ts'

export type MessageStatus = 'published' | 'corrected' | 'withdrawn'

export function statusOf(message: PublicMessage): MessageStatus {
  if (message.withdrawn !== null) return 'withdrawn'
  return message.versions.length > 1 ? 'corrected' : 'published'
}

/** The text in force: the last version. */
export function currentVersion(message: PublicMessage): PublicVersion {
  return message.versions.at(-1) ?? message.versions[0]
}

/** The last instant at which what the message says changed: publication, correction or withdrawal. */
export function changedAt(message: PublicMessage): number {
  return message.withdrawn?.at ?? currentVersion(message).publishedAt
}

/** The newest message that still stands, for « what is happening »; null before the first and after withdrawals. */
export function standingMessage(crisis: AnyCrisis): PublicMessage | null {
  return newestFirst(crisis.messages).find(({ withdrawn }) => withdrawn === null) ?? null
}

/**
 * The message whose instructions are in force at `at`: the newest standing, unexpired one of a kind that guides, or
 * failing that of any kind. Null when nobody told the public what to do.
 */
export function guidingMessage(crisis: AnyCrisis, at: number): PublicMessage | null {
  const giving = newestFirst(crisis.messages).filter((message) => isInForce(message, at))
  return giving.find(({ kind }) => kindOfMessage(kind).guides) ?? giving[0] ?? null
}

/** By first publication: mending a word in an old message does not make it the newest. */
function newestFirst(messages: readonly PublicMessage[]): readonly PublicMessage[] {
  return messages.toSorted((a, b) => b.versions[0].seq - a.versions[0].seq)
}

function isInForce(message: PublicMessage, at: number): boolean {
  const { instructions, expiresAt } = currentVersion(message)
  return message.withdrawn === null && instructions.length > 0 && (expiresAt === null || expiresAt > at)
}
