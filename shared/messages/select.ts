import { isExercise } from '#shared/activation/select.ts'
import type { PersonId } from '#shared/lib/id.ts'
import { minute } from '#shared/lib/time.ts'
import type { PublicKind } from '#shared/messages/kinds.ts'
import type { Content } from '#shared/messages/schema.ts'
import type { Draft, Message, Messages, Version } from '#shared/messages/state.ts'
import { emptyContent } from '#shared/messages/template.ts'
import type { Installation, Lack } from '#shared/publicsite/installation.ts'
import type { Crisis } from '#shared/state.ts'

/** T0 to the first text that is out: a reflex message within half an hour (domain.md 3.8, Q5). */
export const firstMessageThreshold = 30 * minute

/** Where a message stands, in one word. A published one with a correction under way is still out. */
export type Status = 'drafting' | 'submitted' | 'approved' | 'published' | 'withdrawn'

export function statusOf({ draft, versions, withdrawn }: Message): Status {
  if (withdrawn !== null) return 'withdrawn'
  if (draft !== null) return draft.stage.is
  return versions.length > 0 ? 'published' : 'drafting'
}

/** The text that is out; null before the first publication and after a withdrawal. */
function standing({ versions, withdrawn }: Message): Version | null {
  return withdrawn === null ? (versions.at(-1) ?? null) : null
}

export function isOut(message: Message): boolean {
  return standing(message) !== null
}

/** The text one means when speaking of a message: the one being written, else the last that went out. */
export function shownContent({ draft, versions }: Message): Content {
  return draft?.content ?? versions.at(-1)?.content ?? emptyContent
}

/** Newest activity first. */
export function allMessages(messages: Messages): readonly Message[] {
  return Object.values(messages).sort((a, b) => touchedAt(b) - touchedAt(a))
}

/** When anything last happened to it. */
function touchedAt({ createdAt, draft, versions, withdrawn }: Message): number {
  return Math.max(createdAt, draft?.editedAt ?? 0, withdrawn?.at ?? 0, versions.at(-1)?.published.at ?? 0)
}

/** Texts that wait for an approver, oldest first. */
export function toApprove(messages: Messages): readonly Message[] {
  return Object.values(messages)
    .filter(({ draft }) => draft?.stage.is === 'submitted')
    .sort((a, b) => submittedAt(a) - submittedAt(b))
}

function submittedAt({ draft }: Message): number {
  return draft?.stage.is === 'submitted' ? draft.stage.at : 0
}

/** The two-person rule: who began a text or wrote it last cannot approve it. */
export function isOwnText({ draftedBy, editedBy }: Draft, person: PersonId): boolean {
  return draftedBy === person || editedBy === person
}

/**
 * What the installation lacks for this step on the way to the public. Who approves answers for the text under a name;
 * where it is reached matters once it goes out. An exercise reaches nobody, and lacks nothing.
 */
export function lackingFor(
  step: 'messages.approve' | 'messages.publish',
  { activation }: Pick<Crisis, 'activation'>,
  { lacks }: Pick<Installation, 'lacks'>,
): Lack | undefined {
  if (isExercise(activation)) return undefined
  return lacks.find((lack) => lack === 'name' || step === 'messages.publish')
}

/** The last text that went out, of any message still standing; for the wall and the Situation screen. */
export function latestOut(messages: Messages): Readonly<{ message: Message; version: Version }> | null {
  const out = Object.values(messages)
    .map((message) => ({ message, version: standing(message) }))
    .filter((pair): pair is { message: Message; version: Version } => pair.version !== null)
    .sort((a, b) => b.version.seq - a.version.seq)
  return out[0] ?? null
}

/** The text an approver compares with: what it corrects, or else the last one of its kind that went out. */
export function comparedWith(messages: Messages, message: Message): Version | null {
  return message.versions.at(-1) ?? lastOfKind(messages, message.kind)
}

function lastOfKind(messages: Messages, kind: PublicKind): Version | null {
  const versions = Object.values(messages)
    .filter((message) => message.kind === kind)
    .flatMap((message) => message.versions.slice(-1))
    .sort((a, b) => b.seq - a.seq)
  return versions[0] ?? null
}
