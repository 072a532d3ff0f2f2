import { useCallBars } from '#client/calls/use-call-bars.ts'
import { useNow } from '#client/lib/clock.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { BarSeries } from '#client/ui/BarSeries.tsx'
import { Stat } from '#client/ui/Stat.tsx'
import { words } from '#client/wall/words.ts'
import { themeLabels } from '#shared/calls/reason-labels.ts'
import { themeOf } from '#shared/calls/reasons.ts'
import { callbacksDue, callsSince } from '#shared/calls/select.ts'
import type { Calls } from '#shared/calls/state.ts'
import { minute } from '#shared/lib/time.ts'

/** As many promises as can be read from a chair. */
const listed = 4

type PartProps = Readonly<{ calls: Calls }>

export function WallCalls({ calls }: PartProps) {
  const said = useWords(words)
  const format = useFormat()
  const bars = useCallBars(calls)
  const { count, isAtLeast } = callsSince(calls, useNow(15_000) - 10 * minute)
  return (
    <section className="wall__part">
      <Stat
        size="wall"
        label={said.calls}
        value={isAtLeast ? `${count} +` : count}
        detail={said.since(format.number(calls.counters.total))}
      />
      <BarSeries size="wall" label={said.perTen} bars={bars} />
    </section>
  )
}

/** Who is waiting for us to call back, and since when. */
export function WallCallbacks({ calls }: PartProps) {
  const said = useWords(words)
  const format = useFormat()
  const now = useNow(15_000)
  const language = useLanguage()
  const waiting = callbacksDue(calls)
  const [oldest] = waiting
  const late = waiting.filter(({ callback }) => callback.dueAt < now).length
  const due = oldest === undefined ? '' : format.instant(oldest.callback.dueAt, 'time')
  const detail =
    oldest === undefined ? said.noCallbacks : late > 0 ? said.overdue(late, due) : said.nextDue(due)
  return (
    <section className="wall__part">
      <Stat
        size="wall"
        label={said.callbacks}
        value={waiting.length}
        detail={detail}
        tone={late > 0 ? 'danger' : waiting.length === 0 ? 'success' : 'neutral'}
      />
      <ol className="wall__due">
        {waiting.slice(0, listed).map(({ id, callback, content }) => (
          <li key={id} className={callback.dueAt < now ? 'wall__late' : undefined}>
            <strong>{format.instant(callback.dueAt, 'time')}</strong>{' '}
            {themeLabels[themeOf(content.reason)][language]}
          </li>
        ))}
      </ol>
    </section>
  )
}
