import { isExercise } from '#shared/activation/select.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import type { State } from '#shared/state.ts'

/** The exercise opened last that nobody has closed. */
export function latestOpenExercise({ crises }: State): CrisisId | null {
  const open = Object.entries(crises)
    .filter(([, { activation }]) => isExercise(activation) && activation.closed === null)
    .sort(([, a], [, b]) => b.activation.openedAt - a.activation.openedAt)
  return (open[0]?.[0] ?? null) as CrisisId | null
}
