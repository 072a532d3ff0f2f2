import { dropNote, useCallbackNotes } from '#client/calls/callback-notes.ts'
import { words } from '#client/calls/room-words.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { findSheet } from '#shared/calls/select.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import type { SheetId } from '#shared/lib/id.ts'

/** What was being typed of call-backs that somebody else has taken over or closed meanwhile: to be read, and used elsewhere. */
export function LeftNotes() {
  const said = useWords(words)
  const left = useLeftNotes()
  return left.map(([sheet, note]) => (
    <div key={sheet} role="alert">
      <Callout
        tone="warning"
        title={said.noLongerYours}
        action={
          <Button kind="secondary" size="small" onClick={() => dropNote(sheet)}>
            {said.understood}
          </Button>
        }
      >
        {bindSpaces(note)}
      </Callout>
    </div>
  ))
}

function useLeftNotes(): readonly (readonly [SheetId, string])[] {
  const notes = useCallbackNotes()
  const { calls, followed, me } = useConsole((view) => ({
    calls: view.crisis?.calls ?? null,
    followed: view.followed,
    me: view.you?.person ?? null,
  }))
  // Another crisis is on the screen, or this one still loads: nobody took anything.
  if (calls === null) return []
  const isMine = (sheet: SheetId) => {
    const status = findSheet(calls, sheet)?.callback?.status
    return status?.kind === 'taken' && status.by === me
  }
  // Also where the live state keeps its sheet no longer: only its author's having read it ends it.
  return [...notes].flatMap(([sheet, { crisis, text }]) =>
    crisis === followed && !isMine(sheet) ? [[sheet, text]] : [],
  )
}
