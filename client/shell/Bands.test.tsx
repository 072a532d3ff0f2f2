import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Bands } from '#client/shell/Bands.tsx'
import type { ShellView } from '#client/shell/use-shell.ts'
import { words } from '#client/shell/words.ts'
import { alice } from '../../test/support/sheets.ts'
import { sit } from '../../test/support/sit.ts'
import { Stage } from '../../test/support/stage.ts'

afterEach(cleanup)

const said = words.fr
const chooseCrisis = vi.fn()
const following = (mode: 'real' | 'exercise') =>
  ({
    crisis: { id: mode, mode, title: 'Crue', closedAt: null },
    crises: [
      { id: 'exercise', mode: 'exercise', title: 'Crue' },
      { id: 'real', mode: 'real', title: 'Crue – Creil' },
    ],
    connection: 'live',
    isStoring: true,
    chooseCrisis,
  }) as unknown as ShellView

test('[U414] whoever plays an exercise is told of a real crisis that opens, and goes there with one press', async () => {
  sit(alice, Stage.inCrisis())
  const { rerender } = render(<Bands view={following('exercise')} />)
  expect(screen.getByText(/Crue – Creil/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: said.followIt }))
  expect(chooseCrisis).toHaveBeenCalledExactlyOnceWith('real')
  rerender(<Bands view={following('real')} />)
  expect(screen.queryByText(/Crue – Creil/)).toBeNull()
})
