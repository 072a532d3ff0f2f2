import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SettingsPanel } from '#client/access/SettingsPanel.tsx'
import { TroubleBands } from '#client/followers/TroubleBands.tsx'
import { words } from '#client/followers/words.ts'
import { consoleStore } from '#client/sync/console.ts'
import { sit } from '../../test/support/sit.ts'
import { carla } from '../../test/support/sheets.ts'
import { Stage } from '../../test/support/stage.ts'

const server = vi.hoisted(() => ({ released: [] as string[] }))
vi.mock(import('#client/sync/console.ts'), async (original) => ({
  ...(await original()),
  releaseFollower: (follower) => void server.released.push(follower),
}))

const said = words.fr
const held = [{ follower: 'page', since: Date.now(), is: 'held' }] as const

beforeEach(() => {
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
