import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { InHandCard } from '#client/callin/InHandCard.tsx'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useKeyListener } from '#client/ui/use-keys.ts'
import { calledOf } from '#shared/callin/select.ts'
import { alice, member, recruit } from '../../test/support/members.ts'
import { sit } from '../../test/support/sit.ts'
import { Stage } from '../../test/support/stage.ts'

afterEach(cleanup)

const said = words.fr

function Room({ desk }: Readonly<{ desk: CallinDesk }>) {
  useKeyListener()
  const [id, inHand] = Object.entries(desk.standing.roster.members)[0] ?? []
  if (id === undefined || inHand === undefined) return null
  const called = calledOf(desk.crisis.callin, id as never)
  return <InHandCard desk={desk} id={id as never} member={inHand} called={called} />
}

test('[U316] Échap is shown beside what it does: put back on the list, or, while « plus tard » is open, come back', async () => {
  const stage = new Stage()
  recruit(stage, member(1))
  stage.open()
  stage.does(alice, { type: 'callin.takeNext' })
  sit(alice, stage)
  const act = vi.fn()
  const desk = { crisis: stage.it, standing: stage.state.standing, act } as unknown as CallinDesk
  render(<Room desk={desk} />)
  const shown = () =>
    screen
      .getAllByRole('button')
      .filter((button) => button.querySelector('kbd')?.textContent === 'Échap')
      .map((button) => button.querySelector('span')?.textContent)
  expect(shown()).toEqual([said.release])
  await userEvent.click(screen.getByText(said.outcomes.later))
  expect(shown()).toEqual([said.cancel])
  await userEvent.keyboard('{Escape}')
  expect(act).not.toHaveBeenCalled()
  expect(shown()).toEqual([said.release])
  await userEvent.keyboard('{Escape}')
  expect(act).toHaveBeenCalledWith(expect.objectContaining({ type: 'callin.release' }))
})
