import { v7 } from 'uuid'
import type { Draft } from '#client/calls/draft.ts'
import { changeDraft, draftNow } from '#client/calls/drafts.ts'
import { createPersonalStore } from '#client/lib/personal-store.ts'
import { useStore } from '#client/lib/store.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useOutbox, useSubmit } from '#client/sync/use-submit.ts'
import { announce } from '#client/ui/announce.ts'
import { findUrgent, isUrgentOpen } from '#shared/calls/select.ts'
import type { CommandId, UrgentId } from '#shared/lib/id.ts'

/** Emergencies said here, each with the entry that will show it: until then they are on their way. */
const raised = createPersonalStore<ReadonlyMap<UrgentId, number>>(new Map())

/**
 * The emergency of the sheet on the table: raised by one key, followed until it is over. Pressed again it is the same one,
 * until it has ended.
 */
export function useUrgent({ id, urgent }: Draft) {
  const submit = useSubmit()
  const explain = useRefusalWords()
  const outbox = useOutbox()
  useStore(raised)
  const { current, seq } = useConsole(({ crisis, state }) => ({
    current: crisis === null || urgent === null ? null : findUrgent(crisis.calls, urgent),
    seq: state.seq,
  }))
  const isOpen = current !== null && isUrgentOpen(current)
  const isOnItsWay = (asked: UrgentId) =>
    (raised.get().get(asked) ?? 0) > seq ||
    outbox.some(({ envelope, refusal }) => refusal === null && envelope.id === (asked as string))
  const raise = async () => {
    const draft = draftNow(id)
    // Asked of the desk, not of what is shown: a second press may come before the first is on the screen.
    if (draft === null || isOpen || (draft.urgent !== null && isOnItsWay(draft.urgent))) return
    const raising = v7() as UrgentId
    follow(raising, Infinity)
    changeDraft(id, (now) => ({ ...now, urgent: raising }))
    const outcome = await submit(
      { type: 'calls.raiseUrgent', commune: draft.commune },
      { id: raising as string as CommandId },
    )
    follow(raising, outcome.status === 'recorded' ? (outcome.seqs?.[1] ?? 0) : 0)
    if (outcome.status !== 'refused') return
    changeDraft(id, (now) => (now.urgent === raising ? { ...now, urgent: null } : now))
    announce(explain(outcome.refusal), 'assertive')
  }
  return {
    current: isOpen ? current : null,
    isShown: isOpen || (urgent !== null && isOnItsWay(urgent)),
    raise: () => void raise(),
  }
}

function follow(urgent: UrgentId, seq: number): void {
  raised.set(new Map(raised.get()).set(urgent, seq))
}
