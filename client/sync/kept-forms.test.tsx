import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { words as cardWords } from '#client/checklists/words.ts'
import { dropKeys, takeAuthorKey } from '#client/lib/keyring.ts'
import { words } from '#client/ui/words.ts'
import {
  author,
  button,
  forms,
  night,
  nothing,
  other,
  press,
  type Form,
  type Night,
} from '../../test/support/kept-forms.tsx'
import { sent } from '../../test/support/sent.ts'
import { sit } from '../../test/support/sit.ts'

vi.mock(import('#client/sync/use-submit.ts'), async (original) => ({
  ...(await original()),
  useSubmit: (await import('../../test/support/sent.ts')).useNotedSubmit,
}))
vi.mock(import('#client/access/issued.ts'), async (original) => ({
  ...(await original()),
  createAccount: async ({ name }) => ({ name, token: null, request: null }),
  changeAccount: async ({ name }) => ({ name, token: null, request: null }),
}))

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status: 503 })))
})
afterEach(() => {
  cleanup()
  dropKeys()
  sessionStorage.clear()
  sent.commands = []
})

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What is looked for is not written, and of what is chosen from proposals only the choice counts. */
const written = ':is(input:not([type=search], [role=combobox]), textarea, select)'
const fields = () => [...document.querySelectorAll<Field>(written)].filter(isFree)
const isFree = (field: Field) => !(field instanceof HTMLSelectElement) || field.options.length > 1
const isBox = (field: Field) => field instanceof HTMLInputElement && field.type === 'checkbox'
const standing = () =>
  fields().map((field) => (isBox(field) ? (field as HTMLInputElement).checked : field.value))

/** Changes each field there is. */
function fill({ typed = {} }: Form) {
  fields().forEach((field, n) => {
    if (isBox(field)) return fireEvent.click(field)
    if (field instanceof HTMLSelectElement) {
      const { selectedIndex, options } = field
      const value = options[(selectedIndex + 1) % options.length]?.value
      return fireEvent.change(field, { target: { value } })
    }
    const label = document.querySelector(`label[for="${field.id}"]`)?.textContent ?? ''
    const [, meant] = Object.entries(typed).find(([start]) => label.startsWith(start)) ?? []
    const value = meant ?? (field.type === 'number' ? '7' : `gardé ${n}`)
    return fireEvent.change(field, { target: { value } })
  })
}

/** As after a reload, or once `who` has signed in. */
function come(form: Form, tonight: Night, who = author, onClose: () => void = nothing) {
  cleanup()
  dropKeys()
  takeAuthorKey(who.id, who.id.replaceAll('-', '').repeat(2))
  act(() => sit(who, tonight.stage))
  render(form.show(tonight, onClose))
  form.open?.()
}

/** The button goes as it is pressed, and the hand with it to where it writes next. */
function beginByHand() {
  button(beginAnew)?.focus()
  press(beginAnew)
}
const aField = 'input, textarea, select, [role=radio]'

const beginAnew = new RegExp(words.fr.beginAnew)
const close = new RegExp(words.fr.close)

test.each(Object.entries(forms))(
  '[U420] %s: what was typed is there again for its author, for nobody else, and once it was sent no more',
  async (_, form) => {
    const tonight = night()
    come(form, tonight)
    const blank = standing()
    fill(form)
    const typed = standing()
    expect(typed.length).toBeGreaterThan(0)
    typed.forEach((value, n) => expect(value).not.toEqual(blank[n]))
    expect(JSON.stringify(sessionStorage)).not.toContain('gardé')
    come(form, tonight, other)
    expect(standing()).toEqual(blank)
    come(form, tonight)
    expect(standing()).toEqual(typed)
    if (form.send === null) return
    press(form.send)
    await vi.waitFor(() => expect(JSON.stringify(sessionStorage)).not.toContain('cip.sealed.typed'))
    come(form, tonight)
    expect(standing()).toEqual(blank)
  },
)

test.each(Object.entries(forms).filter(([, { isLeft }]) => isLeft !== false))(
  '[U421] %s: what is taken up again says so; it is begun anew by one press, and given up for good',
  (_, form) => {
    const tonight = night()
    const onClose = vi.fn()
    come(form, tonight)
    expect(button(beginAnew)).toBeUndefined()
    const blank = standing()
    fill(form)
    come(form, tonight)
    beginByHand()
    expect(standing()).toEqual(blank)
    expect(button(beginAnew)).toBeUndefined()
    expect(document.activeElement?.matches(aField)).toBe(true)
    fill(form)
    come(form, tonight, author, onClose)
    press(/^Annuler/)
    expect(onClose).toHaveBeenCalled()
    come(form, tonight)
    expect(standing()).toEqual(blank)
  },
)

test.each(Object.entries(forms).flatMap(([name, form]) => (form.meanwhile ? [[name, form] as const] : [])))(
  '[U422] %s: changed by a colleague before its author came back, it says so, shows what was typed, and does nothing',
  (_, form) => {
    const tonight = night()
    come(form, tonight)
    fill(form)
    const typed = standing()
    cleanup()
    tonight.stage.now += 60_000
    form.meanwhile?.(tonight)
    come(form, tonight)
    expect(standing()).toEqual(typed)
    expect(screen.getByText(words.fr.overtaken)).toBeTruthy()
    expect(button(form.send ?? beginAnew)).toBeUndefined()
    expect(button(beginAnew)).toBeUndefined()
    press(close)
    come(form, tonight)
    expect(standing()).not.toEqual(typed)
    expect(button(form.send ?? beginAnew)).toBeTruthy()
  },
)

test('[U422] a reflex card that a colleague has saved before its author came back asks them, and writes over nobody', () => {
  const form = forms['a reflex card']
  if (form === undefined) throw new Error('no card')
  const tonight = night()
  come(form, tonight)
  fill(form)
  const typed = standing()
  cleanup()
  const steps = [{ id: 'a', label: 'Prévenir les maires', critical: true }]
  tonight.stage.does(other, { type: 'checklists.save', role: 'switchboard', steps })
  come(form, tonight)
  expect(standing()).toEqual(typed)
  expect(screen.getByText(cardWords.fr.overtaken)).toBeTruthy()
})

test('[U421] a reflex card is begun anew by one press, which leaves the hand in it', () => {
  const form = forms['a reflex card']
  if (form === undefined) throw new Error('no card')
  const tonight = night()
  come(form, tonight)
  const blank = standing()
  fill(form)
  come(form, tonight)
  beginByHand()
  expect(standing()).toEqual(blank)
  expect(document.activeElement?.matches(aField)).toBe(true)
})

test('[U421] what was taken up again is asked about before it is left', () => {
  const form = forms['a reason']
  if (form === undefined) throw new Error('no reason')
  const tonight = night()
  const onClose = vi.fn()
  come(form, tonight)
  fill(form)
  const typed = standing()
  come(form, tonight, author, onClose)
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
  expect(screen.getByRole('alertdialog')).toBeTruthy()
  expect(onClose).not.toHaveBeenCalled()
  press(new RegExp(words.fr.stay))
  press(beginAnew)
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
  expect(onClose).toHaveBeenCalled()
  expect(standing()).not.toEqual(typed)
})
