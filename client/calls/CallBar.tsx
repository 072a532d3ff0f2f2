import type { Draft } from '#client/calls/draft.ts'
import { startDraft } from '#client/calls/drafts.ts'
import { words as urgentWords } from '#client/calls/urgent-words.ts'
import { words } from '#client/calls/words.ts'
import { useFormat } from '#client/lib/format.ts'
import { now } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { useMay } from '#client/sync/use-may.ts'
import { Button } from '#client/ui/Button.tsx'
import { ElapsedClock } from '#client/ui/ElapsedClock.tsx'
import { useKeys } from '#client/ui/use-keys.ts'

type CallBarProps = Readonly<{ draft: Draft; onUrgent: () => void }>

/** The running call: its clock, the key that starts the next one, and the key nobody should have to look for. */
export function CallBar({ draft, onUrgent }: CallBarProps) {
  const said = useWords(words)
  const urgent = useWords(urgentWords)
  const may = useMay()
  const start = () => startDraft(now())
  useKeys({
    n: { label: said.newCallHint, run: start },
    ...(may('calls.raiseUrgent')
      ? { u: { label: urgent.title, run: onUrgent }, 'Alt+u': { label: urgent.title, run: onUrgent } }
      : {}),
  })
  return (
    <div className="calls__bar">
      <CallClock draft={draft} />
      <Button kind="secondary" icon="phone" keys="n" onClick={start}>
        {said.newCall}
      </Button>
      {may('calls.raiseUrgent') ? (
        <Button kind="danger" icon="alarm" keys="u" onClick={onUrgent}>
          {urgent.title}
        </Button>
      ) : null}
    </div>
  )
}

function CallClock({ draft }: Readonly<{ draft: Draft }>) {
  const said = useWords(words)
  const format = useFormat()
  const { corrects, startedAt, isFromPaper } = draft
  if (corrects !== null) {
    return (
      <p className="calls__clock">
        <strong>{said.correction(format.instant(startedAt ?? draft.madeAt, 'time'))}</strong>
        <span>{said.correctionHint}</span>
      </p>
    )
  }
  if (startedAt === null) return <p className="calls__clock">{said.notStarted}</p>
  return (
    <p className="calls__clock">
      {isFromPaper ? null : (
        <>
          <strong>{said.callRunning}</strong>
          <ElapsedClock since={startedAt} label={said.callRunning} />
        </>
      )}
      <span>{said.startedAt(format.instant(startedAt, 'exactTime'))}</span>
    </p>
  )
}
