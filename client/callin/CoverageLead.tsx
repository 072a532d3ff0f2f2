import { words } from '#client/callin/coverage-words.ts'
import { coveredAt } from '#client/callin/covered-at.ts'
import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { coverage } from '#shared/callin/coverage.ts'
import type { Crisis } from '#shared/state.ts'

/** What the coverage means: from when on we are covered, or how many are still to be found. */
export function CoverageLead({ crisis, now }: Readonly<{ crisis: Crisis; now: number }>) {
  const said = useWords(words)
  const hours = useHours()
  if (crisis.activation.closed !== null) return <strong>{said.over}</strong>
  const { needed, coming, late, confirmed } = coverage(crisis, now)
  const covered = coveredAt(crisis, now)
  if (covered === null) return <strong>{said.toFind(Math.max(0, needed - confirmed))}</strong>
  if (covered <= now) return <strong>{said.thereNow}</strong>
  return (
    <>
      <strong>{said.coveredAt(hours.atHour(covered))}</strong>
      {said.ifTheyCome(coming - late)}
    </>
  )
}
