import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SettingsPanel } from '#client/access/SettingsPanel.tsx'
import { HeldPage } from '#client/followers/HeldPage.tsx'
import { TroubleBands } from '#client/followers/TroubleBands.tsx'
import { words } from '#client/followers/words.ts'
import { consoleStore } from '#client/sync/console.ts'
import { onAnnounce } from '#client/ui/announce.ts'
import { sit } from '../../test/support/sit.ts'
import { carla } from '../../test/support/sheets.ts'
import { Stage } from '../../test/support/stage.ts'

const server = vi.hoisted(() => ({ released: [] as string[], answer: Promise.resolve(true) }))
vi.mock(import('#client/sync/console.ts'), async (original) => ({
  ...(await original()),
  releaseFollower: (follower) => {
    server.released.push(follower)
    return server.answer
  },
}))

const said = words.fr
const ask = async () => {
  await userEvent.click(screen.getByRole('button', { name: said.held.release }))
  await userEvent.click(screen.getByRole('button', { name: said.held.yes }))
}
const held = [{ follower: 'page', since: Date.now(), is: 'held' }] as const

beforeEach(() => {
  server.released = []
  server.answer = Promise.resolve(true)
  sit({ ...carla, roles: ['admin'] }, Stage.inCrisis())
  consoleStore.setState({ troubles: held })
})
afterEach(cleanup)

test('[F111] a page held since a restore says so, what to read and how it is released; nothing is said to fail', async () => {
  render([<TroubleBands key="bands" />, <SettingsPanel key="settings" />])
  expect(screen.getByText(/rien n’y paraît/)).toBeTruthy()
  expect(screen.getByText(/npm run restore -- --publish/)).toBeTruthy()
  expect(screen.queryByText(said.title)).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: said.held.release }))
  expect(server.released).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: said.held.yes }))
  expect(server.released).toEqual(['page'])
  act(() => consoleStore.setState({ troubles: [] }))
  expect(screen.queryByText(said.held.title)).toBeNull()
})

test('[F115] a release is announced once the server has confirmed it, and closes its question', async () => {
  const announced: string[] = []
  const stop = onAnnounce(({ text }) => void announced.push(text))
  const answer = Promise.withResolvers<boolean>()
  server.answer = answer.promise
  render(<HeldPage />)
  await ask()
  expect(server.released).toEqual(['page'])
  expect(announced).toEqual([])
  await act(async () => answer.resolve(true))
  expect(announced).toEqual([said.held.asked])
  expect(screen.queryByRole('dialog')).toBeNull()
  stop()
})

test('[F115] a release that the server does not confirm says so where it was asked, and is not announced', async () => {
  const announced: string[] = []
  const stop = onAnnounce(({ text }) => void announced.push(text))
  server.answer = Promise.resolve(false)
  render(<HeldPage />)
  await ask()
  expect(screen.getByText(said.unconfirmed)).toBeTruthy()
  expect(announced).not.toContain(said.held.asked)
  stop()
})

test('[F115] a page that is held again asks nothing by itself', async () => {
  render(<HeldPage />)
  await userEvent.click(screen.getByRole('button', { name: said.held.release }))
  act(() => consoleStore.setState({ troubles: [] }))
  act(() => consoleStore.setState({ troubles: held }))
  expect(screen.getByText(said.held.title)).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
})
