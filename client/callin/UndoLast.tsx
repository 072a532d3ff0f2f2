import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { usePersonNames } from '#client/roster/person-name.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneFoot } from '#client/ui/ZoneParts.tsx'
import { deedLabels, outcomeLabels } from '#shared/callin/labels.ts'
import { calledOf, lastUndoable } from '#shared/callin/select.ts'
import type { Called } from '#shared/callin/state.ts'
import type { Language } from '#shared/journal/telling.ts'

/** One's own last deed, for a minute: a mistaken key costs another key. Always at the foot of the hand. */
export function UndoLast({ desk: { crisis, standing, you, may, act } }: Readonly<{ desk: CallinDesk }>) {
  const said = useWords(words)
  const language = useLanguage()
  const now = useNow(1_000)
  const names = usePersonNames(standing.roster)
  const member = may('callin.undo') ? lastUndoable(crisis.callin, you.person, now) : null
  const name = member === null ? '' : names.of(member)
  const undo = () => {
    if (member === null) return
    void act({ type: 'callin.undo', member })
    announce(said.undone(name), 'polite')
  }
  const action = { label: said.undoOf(name), run: undo }
  // In a text field Ctrl Z takes back what was typed there.
  useKeys(member === null ? {} : { z: action, '$mod+z': { ...action, whileTyping: 'silent' } })
  if (member === null) return null
  return (
    <ZoneFoot>
      <p className="callin-undo ui-quiet">
        {said.lastDeed(name, tellDeed(calledOf(crisis.callin, member), language))}
      </p>
      <Button kind="secondary" icon="undo" keys="z" onClick={undo}>
        {said.undo}
      </Button>
    </ZoneFoot>
  )
}

/** An answer by its words, which show a mistaken key; any other deed by its name. */
function tellDeed({ undo, tries }: Called, language: Language): string {
  const deed = undo?.deed ?? 'logged'
  const answer = deed === 'logged' ? tries.at(-1) : undefined
  return answer === undefined ? deedLabels[deed][language] : outcomeLabels[answer.outcome][language]
}
