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

function room(act: () => unknown) {
  const stage = new Stage()
  recruit(stage, member(1))
  stage.open()
  stage.does(alice, { type: 'callin.takeNext' })
  sit(alice, stage)
  const desk = {
    crisis: stage.it,
    standing: stage.state.standing,
    you: { person: alice.id },
    may: () => true,
    act,
  } as unknown as CallinDesk
  return render(<Room desk={desk} />)
}

test('[U383] an answer that brings somebody says about when, beside its key', () => {
  room(vi.fn())
  const times = screen.getAllByRole('radio').map((one) => /vers \d\d:\d\d$/.test(one.textContent))
  expect(times.indexOf(false)).toBe(3)
  expect(times.lastIndexOf(true)).toBe(2)
})

test('[U316] Échap is shown beside what it does: put back on the list, or, while « plus tard » is open, come back', async () => {
  const act = vi.fn()
  room(act)
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
