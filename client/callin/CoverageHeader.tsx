import { CoverageStrip } from '#client/callin/CoverageStrip.tsx'
import { words } from '#client/callin/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { Stat } from '#client/ui/Stat.tsx'
import { timeAxis } from '#client/ui/time-axis.ts'
import { TimeScale } from '#client/ui/TimeStrip.tsx'
import { coverage } from '#shared/callin/coverage.ts'
import type { Crisis } from '#shared/state.ts'

const period = 5_000

/** Are we covered? The answer in big type, its figures, then its curve. */
export function CoverageHeader({ crisis }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words)
  const now = useNow(period)
  const { needed, confirmed, coming, present, atPost, late, relief, remote } = coverage(crisis, now)
  const missing = Math.max(0, needed - confirmed)
  const axis = timeAxis(crisis.activation.t0, now)
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
      <div className="callin-cover__curve">
        <CoverageStrip crisis={crisis} axis={axis} />
        <TimeScale axis={axis} />
      </div>
    </section>
  )
}
