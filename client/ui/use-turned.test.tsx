import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { useTurned } from '#client/ui/use-turned.ts'

afterEach(cleanup)

function Step({ isOn }: Readonly<{ isOn: boolean }>) {
  const { root, pressed } = useTurned(isOn, 'Casques : Léa Marchand, 14:05')
  return (
    <div ref={root}>
      <input type="checkbox" checked={isOn} onChange={pressed} />
    </div>
  )
}

test('[U185] a box that somebody else ticks under a hand leaves that hand; one’s own tick keeps it', async () => {
  const view = render(<Step isOn={false} />)
  screen.getByRole('checkbox').focus()
  view.rerender(<Step isOn />)
  expect(document.activeElement).toBe(document.body)

  view.rerender(<Step isOn={false} />)
  await userEvent.click(screen.getByRole('checkbox'))
  view.rerender(<Step isOn />)
  expect(document.activeElement).toBe(screen.getByRole('checkbox'))
})
