import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { TalkingPointsAside } from '#client/talkingpoints/TalkingPointsAside.tsx'
import { words } from '#client/talkingpoints/words.ts'
import { useKeyListener } from '#client/ui/use-keys.ts'
import { emptyContent } from '#shared/messages/template.ts'
import { sent } from '../../test/support/sent.ts'
import { sit } from '../../test/support/sit.ts'
import { player, Stage } from '../../test/support/stage.ts'

vi.mock(import('#client/sync/use-submit.ts'), async (original) => ({
  ...(await original()),
  useSubmit: (await import('../../test/support/sent.ts')).useNotedSubmit,
}))

const said = words.fr
const comms = player(1, 'comms')
const taker = player(3, 'callTaker')
const approver = player(2, 'approver')

function Desk({ isInSight = true }: Readonly<{ isInSight?: boolean }>) {
  useKeyListener()
  return <TalkingPointsAside isInSight={isInSight} onLook={() => undefined} />
}

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  sent.commands = []
})

/** A call taker reads version 1 while the hand goes to V, and version 2 comes. */
function overtakenReading() {
  const later = { ms: 0 }
  const clock = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => clock() + later.ms)
  const stage = Stage.inCrisis()
  const forbid = (...statements: string[]) =>
    stage.does(comms, {
      type: 'talkingpoints.forbid',
      basedOn: stage.it.talkingpoints.forbiddenIn,
      statements,
    })
  forbid('Le barrage cède.')
  sit(taker, stage)
  render(<Desk />)
  forbid('Le barrage cède.', 'L’eau est potable.')
  act(() => sit(taker, stage))
  return { afterReading: () => (later.ms += 10_000) }
}

test('[U319] V at the instant a version replaces the one that was read confirms nothing, and says so', async () => {
  overtakenReading()
  await userEvent.keyboard('v')
  expect(sent.commands).toEqual([])
  expect(screen.getByRole('alert').textContent).toContain(said.justReplaced)
})

test('[U319] once there was time to read it, V confirms it', async () => {
  const { afterReading } = overtakenReading()
  await userEvent.keyboard('v')
  afterReading()
  await userEvent.keyboard('v')
  expect(sent.commands).toEqual([{ type: 'talkingpoints.acknowledge', version: 2 }])
  expect(screen.queryByText(said.justReplaced, { exact: false })).toBeNull()
})

test('[U350] what became of a press on one crisis’s version is not shown beside another crisis’s with the same number', async () => {
  const stage = Stage.inCrisis()
  const forbid = () =>
    stage.does(comms, { type: 'talkingpoints.forbid', basedOn: 0, statements: ['Le barrage cède.'] })
  forbid()
  sit(taker, stage)
  render(<Desk />)
  await userEvent.keyboard('v')
  expect(await screen.findByRole('alert')).toBeTruthy()
  stage.open()
  forbid()
  act(() => sit(taker, stage))
  expect(screen.getByText(/lisez, puis confirmez/)).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('[U377] V confirms nothing while the talking points are out of sight', async () => {
  const stage = Stage.inCrisis()
  stage.does(comms, { type: 'talkingpoints.forbid', basedOn: 0, statements: ['Le barrage cède.'] })
  sit(taker, stage)
  const view = render(<Desk isInSight={false} />)
  await userEvent.keyboard('v')
  expect(sent.commands).toEqual([])
  view.rerender(<Desk />)
  await userEvent.keyboard('v')
  expect(sent.commands).toEqual([{ type: 'talkingpoints.acknowledge', version: 1 }])
})

test('[U377] once read, subjects fold to their titles where they are more than three', () => {
  const stage = Stage.inCrisis()
  for (const title of ['Eau', 'Route', 'École', 'Santé']) {
    const content = { ...emptyContent, title, what: `Consignes : ${title}.` }
    stage.does(comms, { type: 'messages.draft', kind: 'instructions', template: null, content })
    const message = Object.values(stage.it.messages).at(-1)
    if (message?.draft === null || message === undefined) throw new Error('no draft')
    const { hash } = message.draft
    stage.does(comms, { type: 'messages.submit', message: message.id, hash })
    stage.does(approver, { type: 'messages.approve', message: message.id, hash })
  }
  sit(taker, stage)
  render(<Desk />)
  expect(document.querySelectorAll('article')).toHaveLength(4)
  stage.does(taker, { type: 'talkingpoints.acknowledge', version: stage.it.talkingpoints.version })
  act(() => sit(taker, stage))
  expect(document.querySelectorAll('details:not([open])')).toHaveLength(4)
  expect(screen.getByText('Route').closest('summary')).not.toBeNull()
})
