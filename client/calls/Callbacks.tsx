import { useState } from 'react'
import { CallbackRow } from '#client/calls/CallbackRow.tsx'
import { LeftNotes } from '#client/calls/LeftNotes.tsx'
import { words } from '#client/calls/room-words.ts'
import { useDue, type Due } from '#client/calls/use-due.ts'
import { useWords } from '#client/lib/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { useMay } from '#client/sync/use-may.ts'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneBody, ZoneFoot, ZoneHead } from '#client/ui/ZoneParts.tsx'
import type { SheetId } from '#shared/lib/id.ts'

/** Who waits for us, the most pressing first; a press on a row takes it. */
export function Callbacks() {
  const said = useWords(words)
  const { due, late, now } = useDue()
  const may = useMay()
  // Whose promise this hand has just taken: what there is to do has the next key.
  const [begun, setBegun] = useState<SheetId | null>(null)
  return (
    <>
      <ZoneHead title={said.callbacks}>
        {due.length === 0 ? null : (
          <span>
            {said.promised(due.length)}
            {late === 0 ? null : <strong className="calls__late">, {said.late(late)}</strong>}
          </span>
        )}
      </ZoneHead>
      <ZoneBody padding="flush">
        <LeftNotes />
        {due.length === 0 ? (
          <EmptyState title={said.noCallbacks}>{said.noCallbacksHint}</EmptyState>
        ) : (
          <ul>
            {due.map((sheet) => (
              <CallbackRow
                key={sheet.id}
                sheet={sheet}
                now={now}
                isBegun={begun === sheet.id}
                onTake={() => setBegun(sheet.id)}
              />
            ))}
          </ul>
        )}
      </ZoneBody>
      {due.length > 0 && may('calls.takeCallback') ? <TakeOldest due={due} onTake={setBegun} /> : null}
    </>
  )
}

type TakeOldestProps = Readonly<{ due: readonly Due[]; onTake: (sheet: SheetId) => void }>

/** The next one in a key, from wherever the hand is. */
function TakeOldest({ due, onTake }: TakeOldestProps) {
  const said = useWords(words)
  const { act, problem } = useAct()
  const oldest = due.find(({ callback }) => callback.status.kind === 'waiting')
  const take = () => {
    if (oldest === undefined) return
    onTake(oldest.id)
    act({ type: 'calls.takeCallback', sheet: oldest.id })
  }
  useKeys(oldest === undefined ? {} : { 'Alt+r': { label: said.takeOldest, run: take } })
  return (
    <ZoneFoot>
      {oldest === undefined ? (
        <p>{said.allTaken}</p>
      ) : (
        <div className="calls__take">
          <Button kind="secondary" icon="phone" keys="Alt+r" onClick={take}>
            {said.takeOldest}
          </Button>
        </div>
      )}
      <ActProblem text={problem} />
    </ZoneFoot>
  )
}
