import { draftFrom } from '#client/calls/draft.ts'
import { forgetInDrafts, newOwner, openDesk, takeUpDraft } from '#client/calls/drafts.ts'
import { putRight } from '#client/calls/put-right.ts'
import { noteRefusal } from '#client/calls/refused-drafts.ts'
import { onErased } from '#client/sync/erasures.ts'
import { erased } from '#client/sync/outbox.ts'
import { dismiss, type OutboxItem } from '#client/sync/use-submit.ts'
import type { CorrectCall, LogCall } from '#shared/calls/commands.ts'
import type { CrisisId, SheetId } from '#shared/lib/id.ts'

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

onErased((subjects) => {
  void forgetInDrafts(subjects).then((told) => noteRefusal(told, erased))
})

/** On the table again, to be put right: kept as a draft before it leaves the outbox, so that nothing is lost between. */
export async function takeBack({ key, envelope, person, refusal }: PendingSheet): Promise<void> {
  const { id, crisis, command } = envelope
  await openDesk(person, crisis)
  const said = draftFrom(command, newOwner({ person, crisis }))
  const sheet = command.type === 'calls.log' ? (id as string as SheetId) : command.sheet
  const draft = refusal === null ? said : await putRight(said, sheet, refusal)
  if (refusal !== null) noteRefusal([draft], refusal)
  await takeUpDraft(draft)
  await dismiss(key)
}
