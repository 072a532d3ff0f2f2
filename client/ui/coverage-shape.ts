/** What is expected at the posts: from `minute` after T0 on, `posts` of them are held. Ordered by minute. */
export type CoveragePoint = Readonly<{ minute: number; posts: number }>

/** Posts held at a minute: those of the last point reached. */
export function postsAt(points: readonly CoveragePoint[], minute: number): number {
  return points.findLast((point) => point.minute <= minute)?.posts ?? 0
}

/** The first minute at which the need is met and stays met; null if never within the points known. */
export function coveredFrom(points: readonly CoveragePoint[], need: number): number | null {
  const lastShort = points.findLastIndex((point) => point.posts < need)
  return points[lastShort + 1]?.minute ?? null
}

/** An SVG path of the arrivals: steps, because a person arrives whole. Units: minutes across, posts up from `top`. */
export function coveragePath(points: readonly CoveragePoint[], horizon: number, top: number): string {
  const steps = points
    .filter((point) => point.minute > 0 && point.minute <= horizon)
    .map((point) => `H${point.minute}V${top - point.posts}`)
  return `M0 ${top}V${top - postsAt(points, 0)}${steps.join('')}H${horizon}V${top}Z`
}
