import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { consoleStore } from '#client/sync/console.ts'
import { words } from '#client/wall/words.ts'
import { WallPanel } from '#client/wall/WallPanel.tsx'
import { alice } from '../../test/support/sheets.ts'
import { sit } from '../../test/support/sit.ts'
import { Stage } from '../../test/support/stage.ts'

vi.mock(import('@tanstack/react-router'), async (original) => ({
  ...(await original()),
  useNavigate: () => async () => undefined,
}))

afterEach(cleanup)

const heading = () => screen.queryByRole('heading', { level: 1 })?.textContent

test('[D5] until the state has come the wall says that it loads, not that there is no crisis', () => {
  sit(alice, new Stage())
  const { replica } = consoleStore.getState()
  consoleStore.setState({ replica: { ...replica, isLoaded: false } })
  render(<WallPanel />)
  expect(heading()).toBe(words.fr.title)
  expect(screen.getByRole('status')).toBeTruthy()
  cleanup()
  consoleStore.setState({ replica })
  render(<WallPanel />)
  expect(heading()).toBe(words.fr.noCrisis)
})
