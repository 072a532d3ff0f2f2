import { CallbackActions } from '#client/calls/CallbackActions.tsx'
import { LeftNotes } from '#client/calls/LeftNotes.tsx'
import { useUnmasked } from '#client/calls/own-sheets.ts'
import { useName } from '#client/sync/use-names.ts'
import { words } from '#client/calls/room-words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useHours } from '#client/lib/hours.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import { handlerOf, usePresence } from '#client/sync/use-presence.ts'
import { useAct } from '#client/sync/use-act.ts'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Badge } from '#client/ui/Badge.tsx'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { reasonLabel } from '#shared/calls/reason-labels.ts'
import { callbacksDue, isErased } from '#shared/calls/select.ts'
import type { Callback, Sheet } from '#shared/calls/state.ts'
import { minute } from '#shared/lib/time.ts'

type Due = Sheet & Readonly<{ callback: Callback }>

/** Who waits for us, the most pressing first. */
export function Callbacks() {
  const said = useWords(words)
  const due = useConsole(({ crisis }) => (crisis === null ? [] : callbacksDue(crisis.calls)))
  const now = useNow(15_000)
  const late = due.filter(({ callback }) => callback.dueAt <= now).length
  return (
    <Panel
      title={said.callbacks}
      padding="flush"
      aside={due.length === 0 ? undefined : said.callbacksCount(due.length, late)}
    >
      <LeftNotes />
      {due.length === 0 ? (
        <EmptyState title={said.noCallbacks}>{said.noCallbacksHint}</EmptyState>
      ) : (
        <ul className="calls__rows calls__rows--scroll">
          {due.map((sheet) => (
            <CallbackRow key={sheet.id} sheet={sheet} now={now} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function CallbackRow({ sheet, now }: Readonly<{ sheet: Due; now: number }>) {
  const said = useWords(words)
  const language = useLanguage()
  const hours = useHours()
  const me = useConsole(({ you }) => you?.person ?? null)
  const unmasked = useUnmasked()(sheet)
  const { callback, content } = sheet
  const isMine = callback.status.kind === 'taken' && callback.status.by === me
  const about = [
    isErased(sheet) ? said.erased : unmasked.personal?.caller?.name,
    content.commune?.name,
    reasonLabel(content.reason, language),
  ]
  return (
    <li className="calls__callback">
      <div className="calls__row">
        <span className="calls__time">
          <Badge tone={toneOf(callback.dueAt, now)}>{hours.hour(callback.dueAt)}</Badge>
        </span>
        <span className="calls__what">
          {about.filter((part) => part !== null && part !== undefined).join(' · ')}
          {callback.dueAt < now ? <em className="calls__late"> {said.overdue}</em> : null}
          {callback.attempts === 0 ? null : <small> {said.attempts(callback.attempts)}</small>}
        </span>
        <TakeButton sheet={sheet} isMine={isMine} />
      </div>
      {isMine ? <CallbackActions sheet={sheet} /> : null}
    </li>
  )
}

/** Free: it can be taken. Somebody's: their name. Mine: the actions are below. */
function TakeButton({ sheet, isMine }: Readonly<{ sheet: Due; isMine: boolean }>) {
  const said = useWords(words)
  const nameOf = useName()
  const { act, problem } = useAct()
  const me = useConsole(({ you }) => you?.person ?? null)
  const handler = handlerOf(usePresence(), `sheet:${sheet.id}`, me)
  const may = useMay()
  const { status } = sheet.callback
  if (isMine) return null
  if (status.kind === 'taken') return <small>{said.takenBy(nameOf(status.by))}</small>
  return (
    <>
      {handler === null ? null : <small>{said.handledBy(handler.name)}</small>}
      {may('calls.takeCallback') ? (
        <Button
          kind="secondary"
          size="small"
          onClick={() => act({ type: 'calls.takeCallback', sheet: sheet.id })}
        >
          {said.take}
        </Button>
      ) : null}
      <ActProblem text={problem} />
    </>
  )
}

function toneOf(dueAt: number, now: number): 'danger' | 'warning' | 'neutral' {
  if (dueAt <= now) return 'danger'
  return dueAt - now <= 10 * minute ? 'warning' : 'neutral'
}
