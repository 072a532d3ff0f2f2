import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SignInPanel } from '#client/access/SignInPanel.tsx'
import { words } from '#client/access/words.ts'
import { ApiError } from '#client/lib/api.ts'
import { consoleStore } from '#client/sync/console.ts'
import { language } from '#client/lib/language.ts'
import { words as uiWords } from '#client/ui/words.ts'

const server = vi.hoisted(() => ({ here: null as string | null, answer: Promise.resolve() }))

vi.mock(import('@tanstack/react-router'), async (original) => ({
  ...(await original()),
  useNavigate: () => async () => undefined,
}))

vi.mock(import('#client/lib/api.ts'), async (original) => {
  const api = await original()
  const refused = (code: string) => new ApiError(401, { code, field: null, detail: null })
  return {
    ...api,
    getJson: (async () => {
      await server.answer
      if (server.here === null) throw refused('access.signed-out')
      return { name: server.here, mustChangePassword: false }
    }) as typeof api.getJson,
    postJson: async () => {
      throw refused('access.wrong-credentials')
    },
  }
})

const said = words.fr.signIn
const ui = uiWords.fr

beforeEach(() => {
  server.here = null
  server.answer = Promise.resolve()
})

afterEach(() => {
  cleanup()
  language.set('fr')
})

test('[U441] a session that ended by itself is said to have, and who left is told nothing', () => {
  consoleStore.setState({ endedAt: '/appels' })
  const { unmount } = render(<SignInPanel />)
  expect(document.body.textContent).toContain(said.ended)
  unmount()
  consoleStore.setState({ endedAt: null })
  render(<SignInPanel />)
  expect(document.body.textContent).not.toContain(said.ended)
})

const login = () => screen.getByRole<HTMLInputElement>('textbox', { name: said.login })
const password = () => screen.getByLabelText<HTMLInputElement>(said.password)
test('[U401] signing in begins in the login; what is missing is said, and the first field that lacks has the focus', async () => {
  render(<SignInPanel />)
  expect(document.activeElement).toBe(login())
  await userEvent.keyboard('{Enter}')
  expect(screen.getByText(/Identifiant\s: tapez le vôtre/)).toBeTruthy()
  await vi.waitFor(() => expect(document.activeElement).toBe(login()))
  await userEvent.keyboard('k.lefort{Enter}')
  await vi.waitFor(() => expect(document.activeElement).toBe(password()))
})

test('[U401] a password that is refused is under the hand again, whole, to be typed anew', async () => {
  render(<SignInPanel />)
  await userEvent.keyboard('k.lefort')
  await userEvent.type(password(), 'quatre mots')
  await userEvent.click(screen.getByRole('button', { name: new RegExp(said.action) }))
  await screen.findByText('Identifiant ou mot de passe incorrect.')
  await vi.waitFor(() => expect(document.activeElement).toBe(password()))
  expect(password().selectionEnd).toBe('quatre mots'.length)
})

test('[U402] a password is shown when asked, and hidden again as it is sent', async () => {
  render(<SignInPanel />)
  await userEvent.type(password(), 'quatre mots')
  await userEvent.click(screen.getByRole('button', { name: new RegExp(ui.show) }))
  expect(password().type).toBe('text')
  await userEvent.type(password(), '{Enter}')
  expect(password().type).toBe('password')
})

test('[U402] locked capitals are told while the password is typed', async () => {
  render(<SignInPanel />)
  await userEvent.click(password())
  expect(screen.queryByText(ui.capsLock)).toBeNull()
  await userEvent.keyboard('{CapsLock}Q')
  expect(screen.getByText(ui.capsLock).closest('[aria-live="polite"]')).toBeTruthy()
  await userEvent.click(login())
  expect(screen.queryByText(ui.capsLock)).toBeNull()
})

test('[U403] before signing in one may choose the language; who is here already goes on with one key', async () => {
  server.here = 'Karim Lefort'
  render(<SignInPanel />)
  const goOn = await screen.findByRole('button', { name: new RegExp(said.goOn('Karim Lefort')) })
  await vi.waitFor(() => expect(document.activeElement).toBe(goOn))
  await userEvent.click(screen.getByRole('radio', { name: 'English' }))
  expect(screen.getByText(words.en.signIn.already('Karim Lefort'))).toBeTruthy()
})

test('[U413] who is here already is not told in the place of what one has begun to type', async () => {
  server.here = 'Karim Lefort'
  const answer = Promise.withResolvers<undefined>()
  server.answer = answer.promise
  render(<SignInPanel />)
  await userEvent.keyboard('n.martin')
  answer.resolve(undefined)
  await new Promise(setImmediate)
  expect(login().value).toBe('n.martin')
  expect(screen.queryByText(said.already('Karim Lefort'))).toBeNull()
})
