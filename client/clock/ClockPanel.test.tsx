import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { ClockPanel } from '#client/clock/ClockPanel.tsx'
import { day } from '#shared/lib/time.ts'
import { sit } from '../../test/support/sit.ts'
import { player, Stage } from '../../test/support/stage.ts'

afterEach(cleanup)

test('[Z24] a server that started years behind the journal is told with both times, their years too', () => {
  const stage = new Stage()
  const { standing } = stage.state
  const [since, expected] = [Date.UTC(2025, 9, 25, 8, 9), Date.UTC(2026, 10, 29, 8, 9)]
  const doubt = { seq: 1, since, drift: -400 * day, expected, isConfirmed: false }
  const clock = { ...standing.clock, doubts: { one: doubt } }
  stage.state = { ...stage.state, standing: { ...standing, clock } }
  sit(player(2, 'admin'), stage)
  render(<ClockPanel />)
  const words = screen.getByText(/démarré avec cette horloge/).textContent
  expect(words).toContain('25 octobre 2025')
  expect(words).toContain('29 novembre 2026')
})
