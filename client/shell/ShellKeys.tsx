import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '#client/lib/words.ts'
import { desks } from '#client/shell/desks.ts'
import { words } from '#client/shell/words.ts'
import { CommandPalette } from '#client/ui/CommandPalette.tsx'
import { KeyMapDialog } from '#client/ui/KeyMapDialog.tsx'
import { useActions, useKeys } from '#client/ui/use-keys.ts'

type Open = 'none' | 'map' | 'palette'

/**
 * The keys that work everywhere: `?`, Ctrl K, and Alt with a digit for the desks, even from a text field. Bare digits and
 * letters belong to the screen: an answer, a reason.
 */
export function ShellKeys() {
  const said = useWords(words)
  const navigate = useNavigate()
  const [open, setOpen] = useState<Open>('none')
  const close = () => setOpen('none')

  const go = (path: (typeof desks)[number]['path']) => () => void navigate({ to: path })
  const digits = desks.flatMap(({ id, path, digit }) =>
    digit === null ? [] : [{ digit, label: said.goTo(said.desk[id]), run: go(path) }],
  )
  useKeys({
    '?': { label: said.keys, run: () => setOpen('map') },
    '$mod+k': { label: said.palette, run: () => setOpen('palette') },
    ...Object.fromEntries(digits.map(({ digit, ...action }) => [`Alt+${digit}`, action])),
  })
  useActions(
    desks
      .filter(({ digit }) => digit === null)
      .map(({ id, path }) => ({ id, label: said.goTo(said.desk[id]), run: go(path) })),
  )

  if (open === 'map') return <KeyMapDialog onClose={close} />
  return open === 'palette' ? <CommandPalette onClose={close} /> : null
}
