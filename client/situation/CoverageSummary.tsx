import { Link } from '@tanstack/react-router'
import { words } from '#client/situation/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { CoverageCurve } from '#client/ui/CoverageCurve.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { Stat } from '#client/ui/Stat.tsx'
import { coverage, coverageSeries } from '#shared/callin/coverage.ts'
import { hour, minute } from '#shared/lib/time.ts'
import type { Crisis } from '#shared/state.ts'

/** Are we covered? Now, and as announced for the two hours after T0. */
export function CoverageSummary({ crisis }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words).coverage
  const now = useNow(15_000)
  const { needed, atPost, coming, late } = coverage(crisis, now)
  const { t0 } = crisis.activation
  const series = coverageSeries(crisis, { from: t0, to: t0 + 2 * hour, now })
  const sinceT0 = (now - t0) / minute
  return (
    <Panel title={said.title} aside={<Link to="/rappel">{said.go}</Link>}>
      <Stat
        label={said.posts}
        value={atPost}
        unit={said.of(needed)}
        detail={late > 0 ? `${said.coming(coming)}, ${said.late(late)}` : said.coming(coming)}
        tone={atPost >= needed ? 'success' : late > 0 ? 'danger' : 'warning'}
      />
      <CoverageCurve
        label={said.title}
        need={needed}
        points={series.map(({ at, people }) => ({ minute: (at - t0) / minute, posts: people }))}
        now={sinceT0 >= 0 && sinceT0 <= 120 ? sinceT0 : null}
      />
    </Panel>
  )
}
