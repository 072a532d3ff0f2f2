import { words } from '#client/callin/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { CoverageCurve } from '#client/ui/CoverageCurve.tsx'
import { Stat } from '#client/ui/Stat.tsx'
import { coverage, coverageSeries } from '#shared/callin/coverage.ts'
import { minute } from '#shared/lib/time.ts'
import type { Crisis } from '#shared/state.ts'

// The two hours that the curve shows: past them the cell is staffed or the question is another.
const shown = 120 * minute
const period = 5_000

/** Are we covered? The answer in big type, its figures, then its curve. */
export function CoverageHeader({ crisis }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words)
  const now = useNow(period)
  const { needed, confirmed, coming, present, atPost, late, relief, remote } = coverage(crisis, now)
  const { t0 } = crisis.activation
  const missing = Math.max(0, needed - confirmed)
  const points = coverageSeries(crisis, { from: t0, to: t0 + shown, now }).map(({ at, people }) => ({
    minute: Math.round((at - t0) / minute),
    posts: people,
  }))
  return (
    <section className="callin-cover">
      <div className="callin-cover__answer">
        <p className={`callin-cover__big ui-tone--${missing === 0 ? 'success' : 'danger'}`}>
          {missing === 0 ? said.covered(confirmed, needed) : said.missing(missing, needed)}
        </p>
        <div className="callin-cover__figures">
          <Stat label={said.confirmed} value={confirmed} />
          <Stat label={said.coming} value={coming - late} />
          <Stat label={said.present} value={present} />
          <Stat label={said.atPost} value={atPost} />
          {late === 0 ? null : <Stat label={said.late} value={late} tone="danger" />}
          {relief === 0 ? null : <Stat label={said.relief} value={relief} />}
          {remote === 0 ? null : <Stat label={said.remote} value={remote} />}
        </div>
      </div>
      <CoverageCurve
        label={said.curve}
        points={points}
        need={needed}
        now={(now - t0) / minute <= 120 ? (now - t0) / minute : null}
      />
    </section>
  )
}
