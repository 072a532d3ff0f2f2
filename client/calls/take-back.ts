import { draftFrom, type Draft } from '#client/calls/draft.ts'
import { forgetInDrafts, newOwner, openDesk, takeUpDraft } from '#client/calls/drafts.ts'
import { putRight } from '#client/calls/put-right.ts'
import { createPersonalStore } from '#client/lib/personal-store.ts'
import { onErased } from '#client/sync/erasures.ts'
import { erased } from '#client/sync/outbox.ts'
import { dismiss, type OutboxItem } from '#client/sync/use-submit.ts'
import type { CorrectCall, LogCall } from '#shared/calls/commands.ts'
import { type CrisisId, SheetId } from '#shared/lib/id.ts'
import type { Refusal } from '#shared/refusal.ts'

/** A sheet, or its correction, that is still in the outbox: waiting for the server, or refused while nobody looked. */
export type PendingSheet = Omit<OutboxItem, 'envelope'> & {
  readonly envelope: Readonly<{
    id: OutboxItem['envelope']['id']
    crisis: CrisisId
    command: LogCall | CorrectCall
  }>
}

export function isPendingSheet(item: OutboxItem): item is PendingSheet {
  const { type } = item.envelope.command
  return type === 'calls.log' || type === 'calls.correct'
}

/** Why the server refused which draft: it is on the table again under another id, with the reason beside it. */
export const lastRefusal = createPersonalStore<Readonly<{ draft: Draft['id']; refusal: Refusal }> | null>(
  null,
)

onErased((subjects) => {
  void forgetInDrafts(subjects).then((told) => {
    const [draft] = told
    if (draft !== undefined) lastRefusal.set({ draft: draft.id, refusal: erased })
  })
})

/** It is said again, put right. */
export function forgetRefusal(draft: Draft['id']): void {
  if (lastRefusal.get()?.draft === draft) lastRefusal.set(null)
}

/** On the table again, to be put right: kept as a draft before it leaves the outbox, so that nothing is lost between. */
export async function takeBack({ key, envelope, person, refusal }: PendingSheet): Promise<void> {
  const { id, crisis, command } = envelope
  await openDesk(person, crisis)
  const said = draftFrom(command, newOwner({ person, crisis }))
  const sheet = command.type === 'calls.log' ? SheetId.parse(id) : command.sheet
  const draft = refusal === null ? said : await putRight(said, sheet, refusal)
  if (refusal !== null) lastRefusal.set({ draft: draft.id, refusal })
  await takeUpDraft(draft)
  await dismiss(key)
}
