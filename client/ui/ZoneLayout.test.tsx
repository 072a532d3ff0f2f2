import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useKeyListener, useKeys } from '#client/ui/use-keys.ts'
import { ZoneLayout } from '#client/ui/ZoneLayout.tsx'
import { ZoneBody, ZoneFoot, ZoneHead } from '#client/ui/ZoneParts.tsx'

function setWidth(width: number) {
  const { happyDOM } = window as unknown as { happyDOM: { setViewport: (to: { width: number }) => void } }
  act(() => happyDOM.setViewport({ width }))
}

beforeEach(() => setWidth(1440))
afterEach(cleanup)

function Desk() {
  const [shown, setShown] = useState<'sheet' | 'due'>('sheet')
  return (
    <ZoneLayout
      title="Appels"
      shown={shown}
      onShow={setShown}
      zones={[
        {
          id: 'sheet',
          title: 'Fiche',
          width: 592,
          mark: null,
          content: (
            <>
              <ZoneHead title="Fiche" />
              <ZoneBody>
                <input aria-label="Lieu" />
              </ZoneBody>
              <ZoneFoot>
                <button type="button">Enregistrer</button>
              </ZoneFoot>
            </>
          ),
        },
        {
          id: 'due',
          title: 'À rappeler',
          width: 332,
          mark: { count: 1, label: '1 en retard', tone: 'danger' },
          content: <ZoneBody>V. H.</ZoneBody>,
        },
      ]}
    />
  )
}

test('[U370] side by side, each zone is a region with its name, and nothing is a tab', () => {
  render(<Desk />)
  expect(screen.getAllByRole('region').map((one) => one.getAttribute('aria-label'))).toEqual([
    'Fiche',
    'À rappeler',
  ])
  expect(screen.queryByRole('tablist')).toBeNull()
  expect(screen.getByRole('heading', { level: 1, name: 'Appels' })).toBeTruthy()
})

test('[U370] in a narrow window zones are tabs that say what waits in them, led through by arrows', async () => {
  setWidth(900)
  render(<Desk />)
  const due = screen.getByRole('tab', { name: 'À rappeler, 1 en retard' })
  expect(screen.getByRole('tabpanel', { name: 'Fiche' })).toBeTruthy()
  screen.getByRole('tab', { name: 'Fiche' }).focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(due)
  expect(due.getAttribute('aria-selected')).toBe('true')
  const panel = screen.getByRole('tabpanel')
  expect(panel.id).toBe(due.getAttribute('aria-controls'))
  expect(within(panel).getByText('V. H.')).toBeTruthy()
})

test('[U370] what was typed in a zone is there again, whatever tab was looked at and however wide the window became', async () => {
  render(<Desk />)
  setWidth(900)
  await userEvent.type(screen.getByRole('textbox'), 'pont')
  await userEvent.click(screen.getByRole('tab', { name: /À rappeler/ }))
  expect(screen.queryByRole('textbox')).toBeNull()
  setWidth(1440)
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('pont')
})

test('[U370] a single key acts where one sees what it does: not from a tab that is out of sight', async () => {
  setWidth(900)
  const approved: string[] = []
  function Text() {
    useKeyListener()
    useKeys({
      v: { label: 'Valider', run: () => approved.push('v') },
      'Alt+v': { label: 'Valider', run: () => approved.push('Alt+v') },
    })
    return 'Fermez les volets'
  }
  const zone = { width: 400, mark: null } as const
  const zones = [
    { id: 'list', title: 'Liste', content: 'Messages', ...zone },
    { id: 'text', title: 'Texte', content: <Text />, ...zone },
  ] as const
  const desk = (shown: 'list' | 'text') => (
    <ZoneLayout title="Messages" shown={shown} onShow={() => undefined} zones={zones} />
  )
  const { rerender } = render(desk('list'))
  await userEvent.keyboard('v{Alt>}v{/Alt}')
  expect(approved).toEqual(['Alt+v'])
  rerender(desk('text'))
  await userEvent.keyboard('v')
  expect(approved).toEqual(['Alt+v', 'v'])
})
