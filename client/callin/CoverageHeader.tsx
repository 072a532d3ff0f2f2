import type { ReactNode } from 'react'
import { words as coverageWords } from '#client/callin/coverage-words.ts'
import { CoverageLead } from '#client/callin/CoverageLead.tsx'
import { CoverageStrip } from '#client/callin/CoverageStrip.tsx'
import { words } from '#client/callin/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { Answer } from '#client/ui/Answer.tsx'
import { timeAxis } from '#client/ui/time-axis.ts'
import { TimeScale } from '#client/ui/TimeStrip.tsx'
import { coverage } from '#shared/callin/coverage.ts'
import { callQueue } from '#shared/callin/next.ts'
import type { Crisis, Standing } from '#shared/state.ts'

const period = 5_000

type CoverageHeaderProps = Readonly<{
  crisis: Crisis
  standing: Standing
  /** At its end: what this screen shows, and its paper. */
  children: ReactNode
}>

/** Are we covered? Who can be counted on, what it means, what it comes from; the curve moves with each answer. */
export function CoverageHeader({ crisis, standing, children }: CoverageHeaderProps) {
  const said = useWords(words)
  const { question } = useWords(coverageWords)
  const now = useNow(period)
  const { needed, confirmed, coming, late, ...counts } = coverage(crisis, now)
  const axis = timeAxis(crisis.activation.t0, crisis.activation.closed?.at ?? now)
  const toCall = callQueue(standing.roster, crisis.callin, now).length
  return (
    <div className="callin-head">
      <Answer
        question={question}
        figure={confirmed}
        tone={confirmed >= needed ? null : 'warning'}
        unit={said.confirmed(confirmed, needed)}
        lead={<CoverageLead crisis={crisis} now={now} />}
        source={said.source({ ...counts, coming: coming - late, late, toCall })}
      >
        <div className="callin-head__curve">
          <CoverageStrip crisis={crisis} axis={axis} />
          <TimeScale axis={axis} />
        </div>
      </Answer>
      <div className="callin-head__acts">{children}</div>
    </div>
  )
}
