import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { ImportPreview } from '#client/roster/ImportPreview.tsx'
import { words } from '#client/roster/words.ts'
import type { ImportedMember } from '#shared/roster/member.ts'
import type { RosterPreview, RosterRow } from '#shared/roster/preview.ts'
import { alice, member, recruit } from '../../test/support/members.ts'
import { sent } from '../../test/support/sent.ts'
import { sit } from '../../test/support/sit.ts'
import { Stage } from '../../test/support/stage.ts'

vi.mock(import('#client/sync/use-submit.ts'), async (original) => ({
  ...(await original()),
  useSubmit: (await import('../../test/support/sent.ts')).useNotedSubmit,
}))

afterEach(() => {
  cleanup()
  sent.commands = []
})

const said = words.fr
const zoe = member(1, { lastName: 'LEFÈVRE', firstName: 'Zoé' })

type Line = Readonly<{ change: RosterRow['change']; member: ImportedMember; existing?: string | undefined }>

function previewOf(lines: readonly Line[]): RosterPreview {
  const count = (change: string) => lines.filter((line) => line.change === change).length
  return {
    encoding: 'utf-8',
    separator: ';',
    headerLine: 1,
    columns: [],
    missing: [],
    rows: lines.map(({ change, member: told, existing = null }, n) => ({
      line: n + 2,
      name: `${told.lastName} ${told.firstName}`,
      member: told,
      problems: [],
      change,
      existing,
    })),
    counts: {
      lines: lines.length,
      added: count('added'),
      changed: count('changed'),
      renamed: count('renamed'),
      unchanged: 0,
      duplicate: 0,
      faulty: 0,
      warned: 0,
    },
    gone: [],
  }
}

/** A pool of these members, and a file that says this of them. */
function open(pool: readonly ImportedMember[], linesOf: (ids: readonly string[]) => readonly Line[]) {
  const stage = new Stage()
  stage.welcome(alice, 'Alice Bernard')
  const ids = recruit(stage, ...pool)
  sit(alice, stage)
  const show = (preview: RosterPreview) => (
    <ImportPreview
      roster={stage.state.standing.roster}
      preview={preview}
      onAdjust={() => undefined}
      onReadAgain={() => undefined}
      onDone={() => undefined}
    />
  )
  const { rerender } = render(show(previewOf(linesOf(ids))))
  return { ids, readAgain: () => rerender(show(previewOf(linesOf(ids)))) }
}

/** Zoé's number stands in the file under Marie's name; somebody new stands below. */
function openRename() {
  const marie = { ...zoe, lastName: 'de LA TOUR', firstName: 'Marie' }
  return open([zoe], ([id]) => [
    { change: 'renamed', member: marie, existing: id },
    { change: 'added', member: member(2) },
  ])
}

async function importAs(parts: string) {
  const button = screen.getByRole('button', { name: new RegExp(`^${said.confirm(parts)} ?Ctrl`, 'u') })
  await userEvent.click(button)
}

test('[R60] who would become somebody else is said first, in words, and is left without one', async () => {
  openRename()
  expect(screen.getAllByRole('region')[0]).toBe(screen.getByRole('region', { name: said.renamedTitle(1) }))
  expect(screen.getByRole('cell', { name: 'LEFÈVRE Zoé deviendrait de LA TOUR Marie' })).toBeDefined()
  expect(screen.getByRole('cell', { name: '06 39 98 00 01, 01 99 00 00 01' })).toBeDefined()
  expect(screen.getByText(/membre laissé/u)).toBeDefined()
  await importAs('1 ajouté')
  expect(sent.commands).toMatchObject([{ type: 'roster.import', members: [{ id: null }] }])
})

test('[R60] the word given, the button says how many are renamed and they are', async () => {
  const { ids } = openRename()
  await userEvent.click(screen.getByRole('radio', { name: said.renamedTake }))
  await importAs('1 ajouté, 1 renommé')
  expect(sent.commands).toMatchObject([{ type: 'roster.import', members: [{ id: ids[0] }, { id: null }] }])
})

test('[R62] a word given for one reading of the file is not a word for the next', async () => {
  const { readAgain } = openRename()
  await userEvent.click(screen.getByRole('radio', { name: said.renamedTake }))
  readAgain()
  expect(screen.getByRole('radio', { name: said.renamedLeave })).toHaveProperty('checked', true)
})

test('[R63] whoever is changed is named, with what stood and what would stand', () => {
  const phones = [{ kind: 'mobile', e164: '+33639980009' }] as const
  open([zoe], ([id]) => [{ change: 'changed', member: { ...zoe, service: 'DDT', phones }, existing: id }])
  const [, row] = within(screen.getByRole('region', { name: said.changedTitle(1) })).getAllByRole('row')
  const numbers = ['Portable 06 39 98 00 01, Domicile 01 99 00 00 01', 'Portable 06 39 98 00 09'] as const
  expect(row?.textContent).toContain('LEFÈVRE Zoé')
  expect(row?.textContent).toContain(said.change('Service', 'Préfecture', 'DDT'))
  expect(row?.textContent).toContain(said.change(said.phones, ...numbers))
})

test('[R63] of a long list the first fifty are shown, and the others on demand', async () => {
  const pool = Array.from({ length: 120 }, (_, n) => member(n + 1))
  open(pool, (ids) =>
    pool.map((one, n) => ({ change: 'changed', member: { ...one, service: 'DDT' }, existing: ids[n] })),
  )
  const list = within(screen.getByRole('region', { name: said.changedTitle(120) }))
  expect(list.getAllByRole('row')).toHaveLength(51)
  await userEvent.click(list.getByRole('button', { name: 'Montrer les 50 suivants' }))
  await userEvent.click(list.getByRole('button', { name: 'Montrer les 20 suivants' }))
  expect(list.getAllByRole('row')).toHaveLength(121)
})

test('[R63] who is added is counted, and named on demand', async () => {
  open([], () => [{ change: 'added', member: zoe }])
  expect(screen.queryByText(/LEFÈVRE/u)).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: said.showNames }))
  expect(screen.getByText('LEFÈVRE Zoé')).toBeDefined()
})
