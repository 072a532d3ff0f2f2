import 'fake-indexeddb/auto'
import { renderHook } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { emptyDraft, type Draft } from '#client/calls/draft.ts'
import {
  activeDraft,
  bringBack,
  changeDraft,
  forgetInDrafts,
  newOwner,
  openDesk,
  startDraft,
  useDesk,
  useIsUnkept,
} from '#client/calls/drafts.ts'
import { dropKeys } from '#client/lib/keyring.ts'
import { CrisisId } from '#shared/lib/id.ts'
import { commandId, sheetId, t0 } from '../../test/support/drafts.ts'
import { seat } from '../../test/support/seat.ts'
import { alice, bob } from '../../test/support/sheets.ts'
import { Stage } from '../../test/support/stage.ts'

const crisis = CrisisId.parse(commandId(1))

const desk = () => {
  const current = whoseDesk()
  if (current === null) throw new Error('no desk')
  return current
}
const whoseDesk = () => renderHook(useDesk).result.current
const table = () => {
  const draft = activeDraft(desk())
  if (draft === null) throw new Error('nothing on the table')
  return draft
}
const refused = (note: string): Draft => ({
  ...emptyDraft(newOwner({ person: alice.id, crisis })),
  note,
})

beforeEach(async () => {
  seat(Stage.inCrisis(), alice)
  await openDesk(alice.id, crisis)
  startDraft(null)
})

test('[U290] a refused sheet comes back on the table where nothing has begun', async () => {
  await bringBack(refused('Route coupée'))
  expect(table().note).toBe('Route coupée')
})

test('[U290] it comes back beside the call that was answered meanwhile, whose words and clock stay on the table', async () => {
  changeDraft(table().id, (draft) => ({ ...draft, note: '3 rue de la' }))
  await bringBack(refused('Route coupée'))
  expect(table().note).toBe('3 rue de la')
  expect(desk().drafts.map(({ note }) => note)).toContain('Route coupée')

  startDraft(t0)
  await bringBack(refused('Pont fermé'))
  expect(table()).toMatchObject({ startedAt: t0, note: '' })
  expect(desk().drafts.map(({ note }) => note)).toContain('Pont fermé')
})

test('[U292] who leaves takes their drafts off the desk; they are theirs again when they come back', async () => {
  changeDraft(table().id, (draft) => ({ ...draft, note: 'Odile Garnier attend' }))
  dropKeys()
  expect(whoseDesk()).toBeNull()

  const late = openDesk(alice.id, crisis)
  seat(Stage.inCrisis(), bob)
  await late
  expect(whoseDesk()).toBeNull()
  await openDesk(bob.id, crisis)
  await bringBack(refused('Route coupée'))
  expect(desk()).toMatchObject({ person: bob.id, drafts: [{ note: '' }] })

  dropKeys()
  seat(Stage.inCrisis(), alice)
  await openDesk(alice.id, crisis)
  expect(desk().drafts.map(({ note }) => note)).toContain('Odile Garnier attend')
})

test('[U301] a draft that the browser does not keep is told to its author, until it is kept after all', async () => {
  const isUnkept = renderHook(useIsUnkept).result
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  })
  const { id } = table()
  changeDraft(id, (draft) => ({ ...draft, note: '3 rue du' }))
  await vi.waitFor(() => expect(isUnkept.current).toBe(true))
  full.mockRestore()
  changeDraft(id, (draft) => ({ ...draft, note: '3 rue du Port' }))
  await vi.waitFor(() => expect(isUnkept.current).toBe(false))
})

test('[U320] once somebody is erased, a correction of their sheet that was begun keeps its facts alone', async () => {
  const corrects = { sheet: sheetId(7), revision: 1 }
  const begun = { ...refused('Odile Garnier rappelle'), corrects, outcome: 'answered' } as const
  await bringBack(begun)
  await bringBack({
    ...begun,
    ...newOwner({ person: alice.id, crisis }),
    corrects: { ...corrects, sheet: sheetId(8) },
  })
  const told = await forgetInDrafts([sheetId(7)])
  expect(told.map(({ id }) => id)).toEqual([begun.id])
  const notes = desk().drafts.filter((draft) => draft.corrects !== null)
  expect(notes.map(({ note, outcome }) => [note, outcome])).toEqual([
    ['', 'answered'],
    ['Odile Garnier rappelle', 'answered'],
  ])
  expect(await forgetInDrafts([sheetId(7)])).toEqual([])
})
