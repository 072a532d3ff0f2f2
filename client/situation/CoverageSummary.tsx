import { CoverageStrip } from '#client/callin/CoverageStrip.tsx'
import { coveredAt } from '#client/callin/covered-at.ts'
import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/situation/words.ts'
import { Answer } from '#client/ui/Answer.tsx'
import type { TimeAxis } from '#client/ui/time-axis.ts'
import { coverage } from '#shared/callin/coverage.ts'
import type { Crisis } from '#shared/state.ts'

type SummaryProps = Readonly<{ crisis: Crisis; axis: TimeAxis; isFar?: boolean }>

/** Are we covered? Now, when, and what is missing until then. */
export function CoverageSummary({ crisis, axis, isFar = false }: SummaryProps) {
  const said = useWords(words).coverage
  const hours = useHours()
  const { now } = axis
  const { needed, atPost, coming, late, confirmed, relief } = coverage(crisis, now)
  const covered = coveredAt(crisis, now)
  const lead =
    covered === null ? (
      <strong>{said.missing(Math.max(0, needed - confirmed))}</strong>
    ) : covered <= now ? (
      <strong>{said.thereNow}</strong>
    ) : (
      <>
        <strong>{said.coveredAt(hours.atHour(covered))}</strong>
        {said.ifTheyCome(coming - late)}
      </>
    )
  return (
    <Answer
      question={said.question}
      figure={atPost}
      tone={atPost >= needed ? null : 'warning'}
      unit={said.of(needed)}
      lead={lead}
      source={said.source({ confirmed, coming: coming - late, late, relief })}
    >
      <CoverageStrip crisis={crisis} axis={axis} isFar={isFar} />
    </Answer>
  )
}
