import { hasCaller, type Draft } from '#client/calls/draft.ts'
import { putRight } from '#client/calls/put-right.ts'
import { bringBack, draftNow, removeDraft, startDraft } from '#client/calls/drafts.ts'
import { rememberOwn } from '#client/calls/own-sheets.ts'
import { recordDraft, type Problem } from '#client/calls/record-draft.ts'
import { forgetRefusal, noteRefusal, useRefusalOf } from '#client/calls/refused-drafts.ts'
import { words } from '#client/calls/words.ts'
import { now } from '#client/lib/clock.ts'
import { useFormat } from '#client/lib/format.ts'
import { heldKeys } from '#client/lib/keyring.ts'
import { loadPhoneReader } from '#client/lib/phone.ts'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { createPersonalStore } from '#client/lib/personal-store.ts'
import { useStore } from '#client/lib/store.ts'
import { useOutbox, useSubmit } from '#client/sync/use-submit.ts'
import { announce } from '#client/ui/announce.ts'
import type { CorrectCall, LogCall } from '#shared/calls/commands.ts'
import type { SheetId } from '#shared/lib/id.ts'

/** What the server said of the sheet recorded last from here; `pending`: it waits in the outbox. */
export type LastSent = Readonly<{ status: 'recorded'; at: number }> | Readonly<{ status: 'pending' }>

const lastSent = createPersonalStore<(LastSent & Readonly<{ id: Draft['id'] }>) | null>(null)

/**
 * Recording never keeps the hand waiting: the next sheet is on the table at once, and what the server says of the last
 * one follows. A refused sheet comes back.
 */
export function useRecord(shown: Draft['id']) {
  const said = useWords(words)
  const format = useFormat()
  const explain = useRefusalWords()
  const submit = useSubmit()
  const refusal = useRefusalOf(shown)
  const last = useStore(lastSent)
  const isGone = !useOutbox().some(({ envelope }) => envelope.id === last?.id)

  const record = async (shownDraft: Draft): Promise<Problem | null> => {
    const phone = await readPhone(shownDraft)
    // Pressed again while the number was read: the sheet is gone from the table, and on its way.
    const draft = draftNow(shownDraft.id)
    if (draft === null) return null
    const recorded = recordDraft(draft, { phone, now: now() })
    if (!recorded.ok) {
      announce(said.problems[recorded.problem], 'assertive')
      return recorded.problem
    }
    const { command } = recorded
    forgetRefusal(draft.id)
    removeDraft(draft.id)
    startDraft(null)
    const sent = await submit(command, { id: draft.id })
    // They left meanwhile: what is said of their sheet is for nobody else.
    if (heldKeys()?.person !== draft.person) return null
    if (sent.status === 'refused') {
      const again = await putRight(draft, sheetOf(draft), sent.refusal)
      noteRefusal([again], sent.refusal)
      await bringBack(again)
      announce(explain(sent.refusal), 'assertive')
      return null
    }
    rememberTyped(draft, command)
    lastSent.set({ ...sent, id: draft.id })
    const outcome =
      sent.status === 'pending' ? said.pendingSaid : said.recorded(format.instant(sent.at, 'time'))
    announce(outcome, 'polite')
    return null
  }
  // Once the outbox has let it go, the list of the room's calls tells the rest.
  const isOver = last?.status === 'pending' && isGone
  return {
    record,
    last: isOver ? null : last,
    refusal: refusal === null ? null : explain(refusal),
  }
}

function rememberTyped(draft: Draft, { personal }: LogCall | CorrectCall): void {
  if (personal === null) return
  const revision = (draft.corrects?.revision ?? 0) + 1
  rememberOwn(sheetOf(draft), { personal: { ...personal, callbackNote: null }, revision })
}

function sheetOf({ corrects, id }: Draft): SheetId {
  return corrects === null ? id : corrects.sheet
}

/** E.164; null when none was typed or its part is closed; `unreadable` when it is no number. */
async function readPhone(draft: Draft): Promise<string | null> {
  const { phone } = draft.caller
  if (phone.trim() === '' || !hasCaller(draft)) return null
  const read = await loadPhoneReader()
  const reading = read(phone)
  return reading.ok ? reading.e164 : 'unreadable'
}
