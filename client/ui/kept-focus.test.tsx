import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useKeptFocus } from '#client/ui/kept-focus.ts'

afterEach(cleanup)

type RowProps = Readonly<{ hasButton: boolean; hasRow?: boolean }>

function Desk({ hasButton, hasRow = true }: RowProps) {
  useKeptFocus()
  return (
    <main tabIndex={-1}>
      <input aria-label="Note" />
      {hasRow ? (
        <section aria-label="Rappel">
          {hasButton ? <button type="button">Prendre</button> : null}
          <button type="button">Clore</button>
        </section>
      ) : null}
    </main>
  )
}

test('[U184] the focus of a button that goes is taken up by its group, never by the next button', async () => {
  const view = render(<Desk hasButton />)
  screen.getByRole('button', { name: 'Prendre' }).focus()
  view.rerender(<Desk hasButton={false} />)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Rappel' })))
})

test('[U184] with the group gone too, it goes back to what was being written, else to the screen', async () => {
  const view = render(<Desk hasButton />)
  screen.getByRole('textbox').focus()
  screen.getByRole('button', { name: 'Prendre' }).focus()
  view.rerender(<Desk hasButton hasRow={false} />)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox')))
  view.unmount()

  const other = render(<Desk hasButton />)
  screen.getByRole('button', { name: 'Clore' }).focus()
  other.rerender(<Desk hasButton hasRow={false} />)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')))
})
