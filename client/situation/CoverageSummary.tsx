import { CoverageStrip } from '#client/callin/CoverageStrip.tsx'
import { words as coverageWords } from '#client/callin/coverage-words.ts'
import { CoverageLead } from '#client/callin/CoverageLead.tsx'
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
  const { question } = useWords(coverageWords)
  const { now } = axis
  const { needed, atPost, coming, late, confirmed, relief } = coverage(crisis, now)
  return (
    <Answer
      question={question}
      figure={atPost}
      tone={atPost >= needed ? null : 'warning'}
      unit={said.of(needed)}
      lead={<CoverageLead crisis={crisis} now={now} />}
      source={said.source({ confirmed, coming: coming - late, late, relief })}
    >
      <CoverageStrip crisis={crisis} axis={axis} isFar={isFar} />
    </Answer>
  )
}
