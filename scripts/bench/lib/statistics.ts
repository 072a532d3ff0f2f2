/** NaN for no values: a figure that was not measured must not pass for one. */
export function quantile(values: readonly number[] | Float64Array, share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** Median of the rounds' own ratios: a machine's speed drifts between rounds more than within one. */
export function medianRatio(ours: readonly number[], limits: readonly number[]): number {
  return median(ours.map((value, round) => value / (limits[round] ?? Number.NaN)))
}
