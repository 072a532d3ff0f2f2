import { coveredAt } from '#client/callin/covered-at.ts'
import { words } from '#client/callin/coverage-words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useHours } from '#client/lib/hours.ts'
import { useWords } from '#client/lib/words.ts'
import { coverageSteps, type CoverageStep } from '#client/ui/coverage-shape.ts'
import { across, axisMarks, type TimeAxis } from '#client/ui/time-axis.ts'
import { TimeStrip } from '#client/ui/TimeStrip.tsx'
import { coverageSeries } from '#shared/callin/coverage.ts'
import type { Crisis } from '#shared/state.ts'

/** Percent of the axis that a label needs to be read. */
const labelled = 11
/** Share of the height that a line of text takes. */
const lineOfText = 0.25

type CoverageStripProps = Readonly<{
  crisis: Crisis
  axis: TimeAxis
  /** Read from across the room: figures alone. */
  isFar?: boolean
}>

/** Who was there and who is announced, against the posts needed; what is missing from now on is filled. */
export function CoverageStrip({ crisis, axis, isFar = false }: CoverageStripProps) {
  const said = useWords(words)
  const format = useFormat()
  const hours = useHours()
  const need = crisis.activation.posts
  const points = coverageSeries(crisis, axis)
  const steps = coverageSteps(points, axis.now)
  const top = Math.max(need, 1, ...points.map(({ people }) => people)) * 1.15
  const covered = coveredAt(crisis, axis.now)
  const ahead = steps.filter(({ to }) => to > axis.now)
  const spoken = [
    covered === null ? said.never : said.from(hours.atHour(covered)),
    ...axisMarks(axis).map((at) => said.at(format.instant(at, 'time'), peopleAt(steps, at), need)),
  ].join(', ')
  return (
    <TimeStrip axis={axis} spoken={spoken} label={said.needed(need)} labelAt={(1 - need / top) * 100}>
      <svg viewBox={`0 0 100 ${top}`} preserveAspectRatio="none" aria-hidden="true">
        {steps.map((step) => (
          <Block key={step.from} axis={axis} step={step} top={top} need={need} />
        ))}
        <line className="ui-coverage__need" x1={0} x2={100} y1={top - need} y2={top - need} />
      </svg>
      {ahead
        .filter(({ from, to }) => across(axis, to) - across(axis, from) > labelled)
        .map((step) => (
          <StepLabel key={step.from} axis={axis} step={step} top={top} need={need} isFar={isFar} />
        ))}
    </TimeStrip>
  )
}

type BlockProps = Readonly<{ axis: TimeAxis; step: CoverageStep; top: number; need: number }>

function Block({ axis, step: { from, to, people }, top, need }: BlockProps) {
  const x = across(axis, from)
  const width = across(axis, to) - x
  const isAhead = to > axis.now
  return (
    <>
      <rect
        className={isAhead ? 'ui-coverage__ahead' : 'ui-coverage__held'}
        x={x}
        y={top - people}
        width={width}
        height={people}
      />
      {isAhead && people < need ? (
        <rect className="ui-coverage__gap" x={x} y={top - need} width={width} height={need - people} />
      ) : null}
      <line className="ui-coverage__edge" x1={x} x2={x + width} y1={top - people} y2={top - people} />
    </>
  )
}

/** What is missing stands in the middle of what is left of its gap; who is there at the foot, or on the line where that is low. */
function StepLabel({ isFar, axis, step, top, need }: BlockProps & Readonly<{ isFar: boolean }>) {
  const said = useWords(words)
  const hours = useHours()
  const { from, to, people } = step
  const left = `${(across(axis, from) + across(axis, to)) / 2}%`
  const told = from <= axis.now ? said.held(people) : said.expected(people, hours.atHour(from))
  const edge = people / top
  const isUnderEdge = edge > lineOfText
  const taken = isUnderEdge ? edge : edge + lineOfText
  const room = need / top - taken
  return (
    <>
      {!isFar && room > lineOfText ? (
        <span
          className="ui-strip__text ui-strip__text--gap ui-tone--warning"
          style={{ left, bottom: `${(taken + room / 2) * 100}%` }}
        >
          {said.missing(need - people)}
        </span>
      ) : null}
      <span className="ui-strip__text" style={{ left, bottom: isUnderEdge ? 0 : `${edge * 100}%` }}>
        {isFar ? people : told}
      </span>
    </>
  )
}

function peopleAt(steps: readonly CoverageStep[], at: number): number {
  return steps.findLast(({ from }) => from <= at)?.people ?? 0
}
