import { classNames } from '#client/lib/class-names.ts'
import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/situation/words.ts'
import { across, type TimeAxis } from '#client/ui/time-axis.ts'
import { TimeStrip } from '#client/ui/TimeStrip.tsx'
import type { NextPoint } from '#shared/messages/next-point.ts'
import { publications } from '#shared/messages/publications.ts'
import type { Messages } from '#shared/messages/state.ts'

/** Percent of the axis from which on what is said of a mark stands left of it. */
const nearTheEnd = 65

type MessagesStripProps = Readonly<{
  messages: Messages
  axis: TimeAxis
  next: NextPoint | null
  /** Read from across the room: figures alone. */
  isFar?: boolean
}>

/** What the page said and when, and the next point it promises. */
export function MessagesStrip({ messages, axis, next, isFar = false }: MessagesStripProps) {
  const said = useWords(words).messages
  const hours = useHours()
  const out = publications(messages).filter(({ until }) => (until ?? axis.to) > axis.from)
  const standing = out.findLast(({ until }) => until === null)
  const spoken = [
    ...out.map(({ number, at }) => said.out(said.version(number), hours.atHour(at))),
    ...(next === null ? [] : [`${said.nextPoint} ${hours.atHour(next.dueAt)}`]),
  ].join(', ')
  return (
    <TimeStrip axis={axis} spoken={spoken === '' ? said.noneOut : spoken} label={said.page}>
      {out.map(({ message, number, at, until }) => (
        <i
          key={`${message.id}.${number}`}
          className={classNames('ui-strip__version', until === null && 'ui-strip__version--out')}
          style={{
            left: `${across(axis, at)}%`,
            width: `${Math.max(0.4, across(axis, until ?? axis.now) - across(axis, at) - 0.2)}%`,
          }}
        />
      ))}
      {standing === undefined ? null : (
        <span className="ui-strip__said" style={{ left: `${across(axis, axis.now)}%` }}>
          {said.version(standing.number)}
        </span>
      )}
      {next === null || next.dueAt > axis.to ? null : (
        <Point axis={axis} at={next.dueAt} label={isFar ? '' : said.nextPoint} />
      )}
    </TimeStrip>
  )
}

function Point({ axis, at, label }: Readonly<{ axis: TimeAxis; at: number; label: string }>) {
  const hours = useHours()
  const left = across(axis, at)
  return (
    <span
      className={classNames('ui-strip__point', left > nearTheEnd && 'ui-strip__point--end')}
      style={{ left: `${left}%` }}
    >
      {label} {hours.hour(at)}
    </span>
  )
}
