import { useEffect, useRef } from 'react'
import { CallbackActions } from '#client/calls/CallbackActions.tsx'
import { useUnmasked } from '#client/calls/own-sheets.ts'
import { words } from '#client/calls/room-words.ts'
import type { Due } from '#client/calls/use-due.ts'
import { classNames } from '#client/lib/class-names.ts'
import { useFormat } from '#client/lib/format.ts'
import { useHours } from '#client/lib/hours.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useAct } from '#client/sync/use-act.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import { useName } from '#client/sync/use-names.ts'
import { handlerOf, usePresence } from '#client/sync/use-presence.ts'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { reasonLabel } from '#shared/calls/reason-labels.ts'
import { isErased } from '#shared/calls/select.ts'
import { minute } from '#shared/lib/time.ts'

/** Soon enough to be asked for now. */
const soon = 2 * minute

type CallbackRowProps = Readonly<{
  sheet: Due
  now: number
  /** This hand has just taken it: the next key is for it. */
  isBegun: boolean
  onTake: () => void
}>

/** One call-back promised; mine has below it what there is to do. */
export function CallbackRow({ sheet, now, isBegun, onTake }: CallbackRowProps) {
  const me = useConsole(({ you }) => you?.person ?? null)
  const { callback } = sheet
  const isMine = callback.status.kind === 'taken' && callback.status.by === me
  const left = callback.dueAt - now
  const row = useSeenOnceMine(isMine)
  return (
    <li
      ref={row}
      className={classNames(
        'calls__due',
        isMine && 'calls__due--mine',
        left <= 0 ? 'calls__due--late' : left <= soon && 'calls__due--soon',
      )}
    >
      <Waiting sheet={sheet} now={now} isMine={isMine} onTake={onTake} />
      {isMine ? <CallbackActions sheet={sheet} isBegun={isBegun} /> : null}
    </li>
  )
}

/** Taken by a key from far down the list it is brought in sight. */
function useSeenOnceMine(isMine: boolean) {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isMine) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isMine])
  return row
}

type WaitingProps = Readonly<{ sheet: Due; now: number; isMine: boolean; onTake: () => void }>

/** Free: a press takes it. Somebody's: their name. Mine: what to do is below. */
function Waiting({ sheet, now, isMine, onTake }: WaitingProps) {
  const said = useWords(words)
  const nameOf = useName()
  const may = useMay()
  const { act, problem } = useAct()
  const me = useConsole(({ you }) => you?.person ?? null)
  const handler = handlerOf(usePresence(), `sheet:${sheet.id}`, me)
  const { status } = sheet.callback
  const held =
    status.kind === 'taken'
      ? said.takenBy(nameOf(status.by))
      : handler === null
        ? null
        : said.handledBy(handler.name)
  const facts = <Facts sheet={sheet} now={now} held={isMine ? null : held} />
  if (status.kind === 'taken' || !may('calls.takeCallback')) return <div className="calls__row">{facts}</div>
  return (
    <>
      <button
        type="button"
        className="calls__row ui-row"
        onClick={() => {
          onTake()
          act({ type: 'calls.takeCallback', sheet: sheet.id })
        }}
      >
        <span className="fr-sr-only">{said.take}</span> {facts}
      </button>
      <ActProblem text={problem} />
    </>
  )
}

type FactsProps = Readonly<{ sheet: Due; now: number; held: string | null }>

/** When, in how long; who, where, why, and who has it. */
function Facts({ sheet, now, held }: FactsProps) {
  const said = useWords(words)
  const language = useLanguage()
  const { callback, content } = sheet
  const about = [
    reasonLabel(content.reason, language),
    callback.attempts === 0 ? null : said.attempts(callback.attempts),
    held,
  ]
  return (
    <>
      <When dueAt={callback.dueAt} now={now} />
      <span className="calls__what">
        <span>
          <Who sheet={sheet} /> <span className="calls__place">{content.commune?.name}</span>
        </span>
        <small>{about.filter((part) => part !== null).join(', ')}</small>
      </span>
    </>
  )
}

function When({ dueAt, now }: Readonly<{ dueAt: number; now: number }>) {
  const said = useWords(words)
  const format = useFormat()
  const late = now - dueAt
  const distance = late > 0 ? said.lateBy(format.duration(late)) : format.relative(dueAt, now)
  return (
    <span className="calls__when">
      <time>{useHours().hour(dueAt)}</time>
      <small>{Math.abs(late) < minute ? said.nowDue : distance}</small>
    </span>
  )
}

function Who({ sheet }: Readonly<{ sheet: Due }>) {
  const said = useWords(words)
  const unmasked = useUnmasked()(sheet)
  return <strong>{isErased(sheet) ? said.erased : unmasked.personal?.caller?.name}</strong>
}
