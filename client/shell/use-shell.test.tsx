import { renderHook } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { useShell } from '#client/shell/use-shell.ts'
import { consoleStore } from '#client/sync/console.ts'
import { alice } from '../../test/support/sheets.ts'
import { sit } from '../../test/support/sit.ts'
import { Stage } from '../../test/support/stage.ts'

vi.mock(import('@tanstack/react-router'), async (original) => ({
  ...(await original()),
  useNavigate: () => async () => undefined,
}))

test('[U411] of a crisis that is still being told nothing is said to be missing', () => {
  sit(alice, Stage.inCrisis())
  expect(renderHook(useShell).result.current.crisis?.next?.id).toBe('message')
  const { replica } = consoleStore.getState()
  consoleStore.setState({ replica: { ...replica, isLoaded: false } })
  expect(renderHook(useShell).result.current.crisis).toMatchObject({
    title: expect.any(String),
    next: null,
    kept: [],
  })
})
