import { useWords } from '#client/lib/words.ts'
import { coveragePath, coveredFrom, postsAt, type CoveragePoint } from '#client/ui/coverage-shape.ts'
import { words } from '#client/ui/words.ts'

const horizon = 120
const marks = [0, 30, 60, 90, 120] as const

type CoverageCurveProps = Readonly<{
  label: string
  points: readonly CoveragePoint[]
  /** Posts needed: the dashed line. */
  need: number
  /** Minutes since T0: where the present stands; null before T0 or past the horizon. */
  now: number | null
}>

/** Arrivals as a filled area against the need, over the two hours after T0; each mark also says it in figures. */
export function CoverageCurve({ label, points, need, now }: CoverageCurveProps) {
  const said = useWords(words)
  const top = Math.max(need, 1, ...points.map((point) => point.posts)) + 1
  const covered = coveredFrom(points, need)
  const spoken = [
    label,
    covered === null ? said.neverCovered : said.coveredAt(covered),
    ...marks.map((minute) => said.coverageAt(minute, postsAt(points, minute), need)),
  ].join(', ')
  return (
    <figure className="ui-coverage" role="img" aria-label={spoken}>
      <svg viewBox={`0 0 ${horizon} ${top}`} preserveAspectRatio="none" aria-hidden="true">
        {marks.slice(1, -1).map((minute) => (
          <line key={minute} className="ui-coverage__grid" x1={minute} x2={minute} y1={0} y2={top} />
        ))}
        <path className="ui-coverage__area" d={coveragePath(points, horizon, top)} />
        <line className="ui-coverage__need" x1={0} x2={horizon} y1={top - need} y2={top - need} />
        {now === null || now < 0 || now > horizon ? null : (
          <line className="ui-coverage__now" x1={now} x2={now} y1={0} y2={top} />
        )}
      </svg>
      <ol className="ui-coverage__marks" aria-hidden="true">
        {marks.map((minute) => {
          const posts = postsAt(points, minute)
          return (
            <li key={minute} className={posts >= need ? 'ui-tone--success' : 'ui-tone--neutral'}>
              <strong>{posts}</strong> <span>T+{minute}</span>
            </li>
          )
        })}
      </ol>
    </figure>
  )
}
