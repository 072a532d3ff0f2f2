import { expect, test } from 'vitest'
import { RecordedCommands, type RecordedItem } from '#client/sync/recorded.ts'
import type { Command, Envelope } from '#shared/command.ts'
import type { SubjectId } from '#shared/lib/id.ts'
import { nthMemberId } from '#shared/lib/nth-member-id.ts'
import { commandId, personId, sheetId } from '../../test/support/drafts.ts'
import { member } from '../../test/support/members.ts'
import { content, logCall, odile } from '../../test/support/sheets.ts'

const crisis = commandId(1)
const former = nthMemberId(commandId(90), 0)
const corrected = {
  type: 'calls.correct',
  sheet: sheetId(2),
  revision: 1,
  content: content(),
  callback: null,
  personal: odile,
} as const
const note = { type: 'journal.note', text: 'Pont fermé', happenedAt: null } as const
const calledBack = { type: 'calls.closeCallback', sheet: sheetId(2), result: { kind: 'reached' } } as const
const line = { id: former, member: member(9) }

const said: readonly (readonly [id: number, command: Command])[] = [
  [2, logCall({ personal: odile })],
  [3, corrected],
  [4, { ...calledBack, note: 'Odile va bien' }],
  [5, logCall({ personal: odile, linkedTo: sheetId(2) })],
  [6, { type: 'roster.add', member: member(1) }],
  [7, { type: 'roster.change', id: nthMemberId(commandId(6), 0), member: member(2) }],
  [8, { type: 'roster.import', members: [{ id: null, member: member(3) }, line], remove: [] }],
  [9, { type: 'privacy.erase', subject: sheetId(2), reason: 'à sa demande' }],
  [10, note],
]

/** A console that was told that all this is recorded, and the tab's storage. */
function consoleTold() {
  let kept: readonly RecordedItem[] = []
  const recorded = new RecordedCommands({
    store: { load: () => kept, save: (items) => (kept = items) },
    onChange: () => undefined,
  })
  for (const [n, command] of said) {
    const envelope = { id: commandId(n), crisis, command } as unknown as Envelope
    recorded.keep(
      { envelope, person: personId(1) },
      { status: 'accepted', at: n, seqs: [n, n], hash: `${n}` },
    )
  }
  const ids = (items: readonly RecordedItem[]) => items.map(({ envelope }) => envelope.id)
  return { recorded, kept: () => ids(kept), held: () => ids(recorded.items) }
}

test.each<readonly [whom: string, subject: SubjectId, dropped: readonly number[]]>([
  ['a caller', sheetId(2), [2, 3, 4]],
  ['a member who was added', nthMemberId(commandId(6), 0), [6, 7]],
  ['a member whom a file adds', nthMemberId(commandId(8), 0), [8]],
  ['a member whom a file changes', former, [8]],
])(
  '[X155] once %s is erased, what was said of them is kept nowhere and not gone after a restore; the rest is',
  async (_, subject, dropped) => {
    const { recorded, kept, held } = consoleTold()
    recorded.forgetSubjects([subject])
    const left = said.flatMap(([n]) => (dropped.includes(n) ? [] : [commandId(n)]))
    expect(held()).toEqual(left)
    expect(kept()).toEqual(left)
    await recorded.reconcile((asked) => Promise.resolve(asked))
    expect(held()).toEqual(left)
  },
)

test('[X155] what a restored state shows as erased is dropped also once it was found to be gone', async () => {
  const { recorded, held } = consoleTold()
  await recorded.reconcile((asked) => Promise.resolve(asked))
  recorded.forgetSubjects([sheetId(2)])
  expect(recorded.items.every(({ isGone }) => isGone)).toBe(true)
  for (const n of [2, 3, 4]) expect(held()).not.toContain(commandId(n))
})
