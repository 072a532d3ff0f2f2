import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { Calling } from '#client/callin/Calling.tsx'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { setClockOffset } from '#client/lib/clock.ts'
import { heldBy } from '#shared/callin/select.ts'
import { alice, member, recruit } from '../../test/support/members.ts'
import { sit } from '../../test/support/sit.ts'
import { Stage } from '../../test/support/stage.ts'

const said = words.fr

function setWidth(width: number) {
  const { happyDOM } = window as unknown as { happyDOM: { setViewport: (to: { width: number }) => void } }
  act(() => happyDOM.setViewport({ width }))
}

afterEach(() => {
  cleanup()
  setWidth(1440)
  setClockOffset(0)
})

function Room({ stage }: Readonly<{ stage: Stage }>) {
  const desk = {
    crisis: stage.it,
    standing: stage.state.standing,
    you: { person: alice.id },
    pending: new Set(),
    may: () => true,
    act: () => undefined,
  } as unknown as CallinDesk
  return <Calling desk={desk} held={heldBy(stage.it.callin, alice.id)} above={null} />
}

test('[U380] in a narrow window whoever is taken is in sight at once, whichever list was looked at', async () => {
  setWidth(390)
  const stage = new Stage()
  const [first] = recruit(stage, member(1), member(2))
  if (first === undefined) throw new Error('nobody')
  stage.open()
  sit(alice, stage)
  const { rerender } = render(<Room stage={stage} />)
  await userEvent.click(screen.getByRole('tab', { name: /^Ordre d’appel, 2/ }))
  expect(screen.getByRole('tabpanel', { name: /^Ordre/ })).toBeTruthy()
  stage.does(alice, { type: 'callin.take', member: first, takeOver: false })
  rerender(<Room stage={stage} />)
  const hand = screen.getByRole('tabpanel', { name: said.inHand })
  expect(within(hand).getByRole('heading', { name: 'Camille Nom0001' })).toBeTruthy()
})

test('[U381] a mistaken key is read at the foot of the hand, beside the one that takes it back', () => {
  const stage = new Stage()
  const [first] = recruit(stage, member(1), member(2))
  if (first === undefined) throw new Error('nobody')
  stage.open()
  stage.does(alice, { type: 'callin.takeNext' })
  stage.does(alice, {
    type: 'callin.log',
    member: first,
    phone: 0,
    result: { outcome: 'wrongNumber' },
    next: true,
  })
  sit(alice, stage)
  setClockOffset(stage.now - Date.now())
  render(<Room stage={stage} />)
  const hand = screen.getByRole('region', { name: said.inHand })
  expect(within(hand).getByText('Camille Nom0001 : faux numéro')).toBeTruthy()
  const undo = within(hand).getByRole('button', { name: /^Annuler/ })
  expect(undo.querySelector('kbd')?.textContent).toBe('Z')
})
