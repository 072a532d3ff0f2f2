import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ActivationPanel } from '#client/activation/ActivationPanel.tsx'
import { words } from '#client/activation/words.ts'
import { setClockOffset } from '#client/lib/clock.ts'
import { dropKeys, takeAuthorKey } from '#client/lib/keyring.ts'
import { words as uiWords } from '#client/ui/words.ts'
import { minute } from '#shared/lib/time.ts'
import { sent } from '../../test/support/sent.ts'
import { sit } from '../../test/support/sit.ts'
import { player, Stage } from '../../test/support/stage.ts'

vi.mock(import('#client/sync/use-submit.ts'), async (original) => ({
  ...(await original()),
  useSubmit: (await import('../../test/support/sent.ts')).useNotedSubmit,
}))

vi.mock(import('@tanstack/react-router'), async (original) => ({
  ...(await original()),
  useNavigate: () => async () => undefined,
}))

const lead = player(1, 'roomLead')

beforeEach(() => {
  sit(lead, new Stage())
  takeAuthorKey(lead.id, '0a'.repeat(32))
})

afterEach(() => {
  cleanup()
  dropKeys()
  setClockOffset(0)
  sent.commands.length = 0
  sessionStorage.clear()
})

const readBack = () => screen.getByRole<HTMLInputElement>('checkbox', { name: new RegExp(words.fr.readBack) })
const givenBy = () => screen.getByLabelText<HTMLInputElement>(new RegExp(words.fr.givenBy))

test('[U310] the activation being typed survives a reload, sealed', async () => {
  const before = render(<ActivationPanel />)
  await userEvent.type(givenBy(), 'Le préfet de permanence')
  await userEvent.click(readBack())
  before.unmount()
  expect(JSON.stringify(sessionStorage)).not.toContain('permanence')
  render(<ActivationPanel />)
  expect(givenBy().value).toBe('Le préfet de permanence')
  // Read back again before it is sent.
  expect(readBack().checked).toBe(false)
})

test('[U310] an activation begun more than an hour ago does not come back', async () => {
  const before = render(<ActivationPanel />)
  await userEvent.type(givenBy(), 'Le préfet de permanence')
  before.unmount()
  // Loaded again meanwhile: it was not typed again.
  setClockOffset(40 * minute)
  render(<ActivationPanel />).unmount()
  setClockOffset(61 * minute)
  render(<ActivationPanel />)
  expect(givenBy().value).toBe('')
})

test('[U421] an activation taken up again is begun anew by one press, which leaves the hand in its first field', async () => {
  const before = render(<ActivationPanel />)
  await userEvent.type(givenBy(), 'Le préfet de permanence')
  before.unmount()
  render(<ActivationPanel />)
  await userEvent.click(screen.getByRole('button', { name: uiWords.fr.beginAnew }))
  expect(givenBy().value).toBe('')
  expect(document.activeElement).toBe(document.querySelector('form input'))
})

const nature = () => screen.getByRole<HTMLInputElement>('combobox', { name: /^Nature/ })
const usual = (name: string) => screen.getByRole('radio', { name: new RegExp(name) })

test('[U406] a nature is chosen by a word or by the digit of a usual one, and both show it', async () => {
  render(<ActivationPanel />)
  await userEvent.type(nature(), 'derail{Enter}')
  expect(nature().value).toBe('Accident ferroviaire')
  await userEvent.click(usual('Tempête'))
  expect(nature().value).toBe('Tempête')
  await userEvent.clear(nature())
  expect(usual('Tempête').getAttribute('aria-checked')).toBe('false')
})

test('[U407] beside the button stands what is missing, then what pressing it will do', async () => {
  render(<ActivationPanel />)
  const missing = () => screen.queryByText(/^Il manque/)?.textContent ?? ''
  expect(missing()).toMatch(/qui donne l’ordre, la nature, le titre, réel ou exercice, la relecture/)
  await userEvent.type(givenBy(), 'Le préfet de permanence')
  await userEvent.click(usual('Crue, inondation'))
  await userEvent.click(screen.getByRole('radio', { name: /^Exercice/ }))
  expect(missing()).toMatch(/^Il manque\s: la relecture\.$/)
  await userEvent.click(readBack())
  expect(screen.getByText(/Ouvre la cellule pour tous en exercice/)).toBeTruthy()
})

const activate = () => fireEvent.submit(screen.getByRole('button', { name: new RegExp(words.fr.activate) }))

const fill = async () => {
  await userEvent.type(givenBy(), 'Le préfet')
  await userEvent.click(usual('Tempête'))
  await userEvent.click(screen.getByRole('radio', { name: /^Exercice/ }))
  await userEvent.click(readBack())
}

test('[U440] no crisis opens without the commune that stands in its field: it is asked for first', async () => {
  let answer = (_: unknown): void => undefined
  vi.stubGlobal('fetch', () => new Promise((resolve) => (answer = resolve)))
  render(<ActivationPanel />)
  await fill()
  const communes = screen.getByRole<HTMLInputElement>('combobox', { name: /^Communes/ })
  await userEvent.type(communes, 'annecy{Tab}')
  activate()
  expect(sent.commands).toEqual([])
  expect(communes.validationMessage).toBe(uiWords.fr.untaken)
  answer(Response.error())
  await userEvent.clear(communes)
  activate()
  expect(sent.commands).toMatchObject([{ type: 'activation.open', communes: [] }])
  vi.unstubAllGlobals()
})

test('[U440] where only real or exercise is missing the focus goes there', async () => {
  render(<ActivationPanel />)
  await userEvent.type(givenBy(), 'Le préfet')
  await userEvent.click(usual('Tempête'))
  await userEvent.click(readBack())
  activate()
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('radio'))
})
