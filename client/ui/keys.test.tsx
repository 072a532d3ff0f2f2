import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { areSingleKeysOn, chooseSingleKeys, loadSingleKeys } from '#client/lib/single-keys.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Kbd } from '#client/ui/Kbd.tsx'
import { keyLabel } from '#client/ui/key-label.ts'
import { KeyMapDialog } from '#client/ui/KeyMapDialog.tsx'
import { matchesKey, shellLayer } from '#client/ui/keys.ts'
import { KeyLayer, useKeyListener, useKeys } from '#client/ui/use-keys.ts'
import { words } from '#client/ui/words.ts'

afterEach(cleanup)

function Bind({ map }: Readonly<{ map: Parameters<typeof useKeys>[0] }>) {
  useKeys(map)
  return null
}

function Listener() {
  useKeyListener()
  return null
}

const press = (init: KeyboardEventInit) => new KeyboardEvent('keydown', init)

test('[U3] digits are read by position: a French figure row needs no Shift', () => {
  expect(matchesKey(press({ key: '&', code: 'Digit1' }), '1')).toBe(true)
  expect(matchesKey(press({ key: '1', code: 'Digit1', shiftKey: true }), '1')).toBe(true)
  expect(matchesKey(press({ key: '1', code: 'Numpad1' }), '1')).toBe(true)
  expect(matchesKey(press({ key: '1', code: 'Digit1', ctrlKey: true }), '1')).toBe(false)
  expect(matchesKey(press({ key: '&', code: 'Digit1', altKey: true }), 'Alt+1')).toBe(true)
})

test('[U186] what is written with AltGr, or composed, is text: no key of the screen, no desk', () => {
  const altGr = press({ key: '~', code: 'Digit2', modifierAltGraph: true })
  Object.defineProperty(altGr, 'getModifierState', { value: (name: string) => name === 'AltGraph' })
  for (const keys of ['2', 'Alt+2']) expect(matchesKey(altGr, keys)).toBe(false)
  // The Entrée that ends a composition, where the browser says it only by the old code.
  for (const composed of [{ isComposing: true }, { keyCode: 229 }]) {
    const event = press({ key: 'r', code: 'KeyR' })
    Object.defineProperties(
      event,
      Object.fromEntries(Object.entries(composed).map(([k, value]) => [k, { value }])),
    )
    expect(matchesKey(event, 'r')).toBe(false)
  }
})

test('[U186] a Mac’s Option gives other characters: Alt and a letter are read by their place, Ctrl by its name', () => {
  expect(matchesKey(press({ key: 'Dead', code: 'KeyU', altKey: true }), 'Alt+u')).toBe(true)
  expect(matchesKey(press({ key: 'Enter', code: 'Enter', ctrlKey: true }), '$mod+Enter')).toBe(true)
})

test('[U187] a key is written one way', () => {
  const { keyNames } = words.fr
  const written = ['$mod+Enter', '$mod+z', 'Alt+1', 'Escape', 'F2', 'r'].map((keys) =>
    keyLabel(keys, keyNames),
  )
  expect(written).toEqual(['Ctrl Entrée', 'Ctrl Z', 'Alt 1', 'Échap', 'F2', 'R'])
})

test('[U188] switched off, single keys do nothing and are shown nowhere; Ctrl, Alt and F keys stay', async () => {
  const ran = vi.fn()
  const map = Object.fromEntries(
    ['r', '?', 'F2', '$mod+k', 'Alt+1'].map((keys) => [keys, { label: keys, run: () => ran(keys) }]),
  )
  const all = 'r?{F2}{Control>}k{/Control}{Alt>}[Digit1]{/Alt}'
  render(
    <>
      <Listener />
      <Bind map={map} />
      <Kbd keys="r" />
      <Kbd keys="Alt+1" />
    </>,
  )
  loadSingleKeys('odile')
  act(() => chooseSingleKeys('off'))
  await userEvent.keyboard(all)
  expect(ran.mock.calls.flat()).toEqual(['F2', '$mod+k', 'Alt+1'])
  expect([...document.querySelectorAll('kbd')].map((one) => one.textContent)).toEqual(['Alt 1'])
  // One hand's choice is not another's on the same machine; it is still this one's after a reload.
  act(() => loadSingleKeys('marc'))
  await userEvent.keyboard('r')
  expect(ran.mock.lastCall).toEqual(['r'])
  act(() => loadSingleKeys('odile'))
  expect(areSingleKeysOn()).toBe(false)
  act(() => chooseSingleKeys('on'))
})

test('[U189] a binding may leave a key to the text it is typed in: Ctrl Z takes back letters there', async () => {
  const undo = vi.fn()
  render(
    <>
      <Listener />
      <Bind map={{ '$mod+z': { label: 'Annuler', run: undo, whileTyping: 'silent' } }} />
      <textarea aria-label="Texte" />
    </>,
  )
  await userEvent.click(screen.getByRole('textbox'))
  await userEvent.keyboard('{Control>}z{/Control}')
  expect(undo).not.toHaveBeenCalled()
  screen.getByRole('textbox').blur()
  await userEvent.keyboard('{Control>}z{/Control}')
  expect(undo).toHaveBeenCalledTimes(1)
})

test('[U3] the figure in a function key’s name is not a digit', () => {
  expect(matchesKey(press({ key: 'F2', code: 'F2' }), 'F2')).toBe(true)
  expect(matchesKey(press({ key: '2', code: 'Digit2' }), 'F2')).toBe(false)
})

test('[U3] ? and / work whether or not the layout needs Shift; letters do not take Shift', () => {
  expect(matchesKey(press({ key: '?', code: 'KeyM', shiftKey: true }), '?')).toBe(true)
  expect(matchesKey(press({ key: '/', code: 'Period', shiftKey: true }), '/')).toBe(true)
  expect(matchesKey(press({ key: 'r', code: 'KeyR' }), 'r')).toBe(true)
  expect(matchesKey(press({ key: 'R', code: 'KeyR', shiftKey: true }), 'r')).toBe(false)
})

test('[U2] while typing, single keys are silent; Échap, Ctrl and declared keys are not', async () => {
  const ran = vi.fn()
  const binding = (label: string) => ({ label, run: () => ran(label) })
  render(
    <>
      <Listener />
      <Bind
        map={{
          r: binding('r'),
          '$mod+Enter': binding('record'),
          Escape: binding('back'),
          d: { ...binding('declared'), whileTyping: 'fires' },
        }}
      />
      <textarea aria-label="Texte" />
    </>,
  )
  await userEvent.click(screen.getByRole('textbox'))
  await userEvent.keyboard('r{Control>}{Enter}{/Control}{Escape}d')
  expect(ran.mock.calls.flat()).toEqual(['record', 'back', 'declared'])
})

test('[U4] a screen takes a key from the shell; a dialog silences both', async () => {
  const ran = vi.fn()
  const desk = (
    <>
      <Bind map={{ '1': { label: 'reason', run: () => ran('reason') } }} />
      <KeyLayer value={shellLayer}>
        <Bind
          map={{
            '1': { label: 'desk', run: () => ran('desk') },
            '2': { label: 'other', run: () => ran('other') },
          }}
        />
      </KeyLayer>
      <Listener />
    </>
  )
  const { rerender } = render(desk)
  await userEvent.keyboard('12')
  expect(ran.mock.calls.flat()).toEqual(['reason', 'other'])
  rerender(
    <>
      {desk}
      <Dialog title="Question" onClose={() => undefined}>
        <Bind map={{ o: { label: 'yes', run: () => ran('yes') } }} />
      </Dialog>
    </>,
  )
  await userEvent.keyboard('12o')
  expect(ran.mock.calls.flat()).toEqual(['reason', 'other', 'yes'])
})

test('[U5] the key map shows every key bound on the screen, in its present words, and no other', () => {
  const bind = (label: string) => <Bind map={{ r: { label, run: () => undefined } }} />
  render(<Bind map={{ x: { label: 'Partie', run: () => undefined } }} />).unmount()
  const view = render(<>{bind('Appeler')}</>)
  view.rerender(<>{bind('Rappeler')}</>)
  render(<KeyMapDialog onClose={() => undefined} />)
  expect(screen.getAllByRole('definition').map((one) => one.textContent)).toEqual(['Rappeler'])
})

test('[U15] a dialog puts the focus where the next keystroke is needed, never on the danger', () => {
  const close = () => undefined
  const footer = (
    <>
      <button type="button" className="ui-btn--danger">
        Retirer
      </button>
      <button type="button">Garder</button>
    </>
  )
  render(
    <Dialog title="Motif" onClose={close} footer={footer}>
      <input aria-label="Raison" />
    </Dialog>,
  )
  expect(document.activeElement).toBe(screen.getByRole('textbox'))
  cleanup()
  render(
    <Dialog title="Retirer ?" onClose={close} footer={footer}>
      Sûr ?
    </Dialog>,
  )
  expect(document.activeElement?.textContent).toBe('Garder')
})

test('[U2] Entrée on a button presses the button, not the screen’s Entrée', async () => {
  const record = vi.fn()
  const cancel = vi.fn()
  render(
    <>
      <Listener />
      <Bind map={{ Enter: { label: 'Enregistrer', run: record } }} />
      <button type="button" onClick={cancel}>
        Annuler
      </button>
    </>,
  )
  screen.getByRole('button').focus()
  await userEvent.keyboard('{Enter}')
  expect(cancel).toHaveBeenCalledTimes(1)
  expect(record).not.toHaveBeenCalled()
})
