import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dropKeys, takeAuthorKey } from '#client/lib/keyring.ts'
import { ReasonDialog } from '#client/sync/ReasonDialog.tsx'
import { words } from '#client/sync/words.ts'
import { words as uiWords } from '#client/ui/words.ts'
import { alice } from '../../test/support/sheets.ts'
import { sit } from '../../test/support/sit.ts'
import { Stage } from '../../test/support/stage.ts'

const said = words.fr
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: said.reason })

function Strike({ line }: Readonly<{ line: number }>) {
  return (
    <ReasonDialog
      title="Rayer la ligne"
      action="Rayer"
      grounds={null}
      command={(reason) => ({ type: 'journal.strike', line, reason })}
      onClose={() => undefined}
    />
  )
}

beforeEach(() => {
  sit(alice, Stage.inCrisis())
  takeAuthorKey(alice.id, '0a'.repeat(32))
})
afterEach(() => {
  cleanup()
  dropKeys()
  sessionStorage.clear()
})

test('[U415] a reason that was begun comes back with its own deed after a session that ended, and with no other', async () => {
  const first = render(<Strike line={1} />)
  await userEvent.type(field(), 'saisie en double')
  expect(JSON.stringify(sessionStorage)).not.toContain('double')
  first.unmount()
  const other = render(<Strike line={2} />)
  expect(field().value).toBe('')
  other.unmount()
  render(<Strike line={1} />)
  expect(field().value).toBe('saisie en double')
})

test('[U415] what its author gave up is not offered again', async () => {
  const first = render(<Strike line={1} />)
  await userEvent.type(field(), 'non')
  await userEvent.click(screen.getByRole('button', { name: said.cancel }))
  const abandon = screen.queryByRole('button', { name: uiWords.fr.abandon })
  if (abandon !== null) await userEvent.click(abandon)
  first.unmount()
  render(<Strike line={1} />)
  expect(field().value).toBe('')
})
