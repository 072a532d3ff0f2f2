/** People on site or expected from `at` on (milliseconds since the epoch). Ordered by time, the last one ends the series. */
export type CoveragePoint = Readonly<{ at: number; people: number }>

/** A stretch of time with as many people. */
export type CoverageStep = Readonly<{ from: number; to: number; people: number }>

/** The series as stretches, equal neighbours joined, cut at `cut` so that what is known and what is announced differ. */
export function coverageSteps(points: readonly CoveragePoint[], cut: number): readonly CoverageStep[] {
  const steps: CoverageStep[] = []
  for (const [n, { at, people }] of points.entries()) {
    const to = points[n + 1]?.at ?? at
    for (const step of cutAt({ from: at, to, people }, cut)) {
      const last = steps.at(-1)
      if (last?.people === people && last.to !== cut) steps[steps.length - 1] = { ...last, to: step.to }
      else steps.push(step)
    }
  }
  return steps
}

function cutAt({ from, to, people }: CoverageStep, cut: number): readonly CoverageStep[] {
  if (from >= to) return []
  if (cut <= from || cut >= to) return [{ from, to, people }]
  return [
    { from, to: cut, people },
    { from: cut, to, people },
  ]
}

/** From when on the need is met and stays met, within the series; null if never. */
export function coveredFrom(points: readonly CoveragePoint[], need: number): number | null {
  const lastShort = points.findLastIndex(({ people }) => people < need)
  return points[lastShort + 1]?.at ?? null
}
