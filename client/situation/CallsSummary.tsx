import { Link } from '@tanstack/react-router'
import { useCallBars } from '#client/calls/use-call-bars.ts'
import { words } from '#client/situation/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { BarSeries } from '#client/ui/BarSeries.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { Stat } from '#client/ui/Stat.tsx'
import { callbacksDue, openUrgents } from '#shared/calls/select.ts'
import type { Crisis } from '#shared/state.ts'

/** Who is waiting: calls per ten minutes over two hours, promised call-backs, emergencies under way. */
export function CallsSummary({ crisis: { calls } }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words).calls
  const format = useFormat()
  const now = useNow(15_000)
  const bars = useCallBars(calls)
  const callbacks = callbacksDue(calls)
  const due = callbacks.filter(({ callback }) => callback.dueAt <= now).length
  const urgent = openUrgents(calls).length
  return (
    <Panel title={said.title} aside={<Link to="/appels">{said.go}</Link>}>
      <Stat
        label={said.logged}
        value={format.number(calls.counters.total)}
        detail={`${bars.at(-1)?.count ?? 0} ${said.tenMinutes}`}
      />
      <BarSeries label={said.perTen} bars={bars} />
      <p className="situation__line">
        {due > 0 ? (
          <Badge tone="danger">{said.callbacks(callbacks.length, due)}</Badge>
        ) : (
          said.callbacks(callbacks.length, 0)
        )}
      </p>
      {urgent === 0 ? null : <Badge tone="danger">{said.urgent(urgent)}</Badge>}
    </Panel>
  )
}
