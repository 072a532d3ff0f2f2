import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { usePersonNames } from '#client/roster/person-name.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { lastUndoable } from '#shared/callin/select.ts'

/** One's own last deed, for a minute: a mistaken key costs another key. */
export function UndoLast({ desk: { crisis, standing, you, may, act } }: Readonly<{ desk: CallinDesk }>) {
  const said = useWords(words)
  const now = useNow(1_000)
  const names = usePersonNames(standing.roster)
  const member = may('callin.undo') ? lastUndoable(crisis.callin, you.person, now) : null
  const name = member === null ? '' : names.of(member)
  const undo = () => {
    if (member === null) return
    void act({ type: 'callin.undo', member })
    announce(said.undone(name), 'polite')
  }
  const action = { label: said.undo(name), run: undo }
  // In a text field Ctrl Z takes back what was typed there.
  useKeys(member === null ? {} : { z: action, '$mod+z': { ...action, whileTyping: 'silent' } })
  if (member === null) return null
  return (
    <Button kind="secondary" icon="undo" keys="z" onClick={undo}>
      {said.undo(name)}
    </Button>
  )
}
