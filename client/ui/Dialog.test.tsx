import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { announce } from '#client/ui/announce.ts'
import { AboveDialogs, Dialog } from '#client/ui/Dialog.tsx'
import { LiveRegion } from '#client/ui/LiveRegion.tsx'
import { useKeyListener, useKeys } from '#client/ui/use-keys.ts'
import { words } from '#client/ui/words.ts'

afterEach(cleanup)

const said = words.fr
const nothing = () => undefined
const alert = (within: Element) => within.querySelector('[role="alert"]')?.textContent.trim() ?? ''
const shell = () => screen.getByTestId('shell')

/** A screen with its live region, and a dialog over it. */
function Room({ isOpen }: Readonly<{ isOpen: boolean }>) {
  return (
    <AboveDialogs value={<button type="button">Je m’en occupe</button>}>
      <div data-testid="shell">
        <LiveRegion within={null} />
      </div>
      {isOpen ? (
        <Dialog title="Question" onClose={nothing}>
          Sûr ?
        </Dialog>
      ) : null}
    </AboveDialogs>
  )
}

test('[U180] what is announced while a dialog is open is heard inside it, and again once it is closed', () => {
  const view = render(<Room isOpen />)
  act(() => {
    announce('Urgence vitale en ligne à Persan', 'assertive')
    announce('Urgence vitale en ligne à Beaumont', 'assertive')
    announce('3 propositions', 'passing')
  })
  const dialog = screen.getByRole('dialog')
  expect(alert(dialog)).toBe('Urgence vitale en ligne à Beaumont')
  expect(dialog.querySelector('[role="status"]')?.textContent).toBe('3 propositions')
  expect(alert(shell())).toBe('')
  view.rerender(<Room isOpen={false} />)
  expect(alert(shell())).toBe('Urgence vitale en ligne à Persan Urgence vitale en ligne à Beaumont')
  // What passed is not worth telling again.
  expect(shell().querySelector('[role="status"]')?.textContent).toBe('')
})

test('[U181] what must be reached whatever is open stands in the topmost dialog', () => {
  const view = render(<Room isOpen={false} />)
  expect(screen.queryByRole('button', { name: 'Je m’en occupe' })).toBeNull()
  view.rerender(<Room isOpen />)
  expect(screen.getByRole('dialog').contains(screen.getByRole('button', { name: 'Je m’en occupe' }))).toBe(
    true,
  )
})

type AskProps = Readonly<{ onClose: () => void; run?: () => void; overtaken?: string | null }>

function Ask({ onClose, run = nothing, overtaken = null }: AskProps) {
  const [text, setText] = useState('')
  useKeyListener()
  return (
    <Dialog
      title="Motif"
      onClose={onClose}
      overtaken={overtaken}
      footer={
        <button type="button" onClick={run}>
          Fermer la ligne
        </button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          run()
        }}
      >
        <SendKey run={run} />
        <input aria-label="Motif" value={text} onChange={(event) => setText(event.target.value)} />
        <button type="submit" hidden>
          Envoyer
        </button>
        <button type="button" onClick={run}>
          Terminer la suppléance
        </button>
      </form>
    </Dialog>
  )
}

function SendKey({ run }: Readonly<{ run: () => void }>) {
  useKeys({ '$mod+Enter': { label: 'Envoyer', run } })
  return null
}

test('[U182] Échap leaves an untouched dialog at once, and asks before it leaves what was typed', async () => {
  const close = vi.fn()
  const view = render(<Ask onClose={close} />)
  await userEvent.keyboard('{Escape}')
  expect(close).toHaveBeenCalledTimes(1)
  view.unmount()

  render(<Ask onClose={close} />)
  await userEvent.type(screen.getByRole('textbox'), 'exercice terminé')
  await userEvent.keyboard('{Escape}')
  expect(screen.getByRole('alertdialog', { name: said.leaveWritten })).toBeTruthy()
  // The Entrée of a hand that has not read it keeps what was typed, and so does a second Échap.
  expect(document.activeElement?.textContent).toBe(said.stay)
  await userEvent.keyboard('{Escape}')
  expect(close).toHaveBeenCalledTimes(1)
  expect(document.activeElement).toBe(screen.getByRole('textbox'))
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('exercice terminé')
  await userEvent.click(screen.getByRole('button', { name: said.close }))
  await userEvent.click(screen.getByRole('button', { name: said.abandon }))
  expect(close).toHaveBeenCalledTimes(2)
})

test('[U183] overtaken, a dialog says who did what, and neither its buttons, nor its form, nor its key does anything', async () => {
  const run = vi.fn()
  const close = vi.fn()
  const view = render(<Ask onClose={close} run={run} />)
  await userEvent.type(screen.getByRole('textbox'), 'fin')
  view.rerender(<Ask onClose={close} run={run} overtaken="14:05, Léa Marchand : Ligne fermée" />)
  expect(screen.getByText('14:05, Léa Marchand : Ligne fermée')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Fermer la ligne' })).toBeNull()
  // The hand is still in the field.
  expect(document.activeElement).toBe(screen.getByRole('textbox'))
  await userEvent.keyboard('{Enter}{Control>}{Enter}{/Control}')
  // What acts from the body of the dialog is out too.
  await userEvent.click(screen.getByRole('button', { name: 'Terminer la suppléance' }))
  expect(run).not.toHaveBeenCalled()
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('fin')
})

test('[U183] a hand on the act is taken off it when somebody else was faster', () => {
  const view = render(<Ask onClose={nothing} />)
  screen.getByRole('button', { name: 'Fermer la ligne' }).focus()
  view.rerender(<Ask onClose={nothing} overtaken="14:05, Léa Marchand : Ligne fermée" />)
  expect(document.activeElement?.textContent).toContain('Léa Marchand')
  expect(document.activeElement?.tagName).toBe('DIV')
})
