import { lineThreshold } from '#shared/activation/select.ts'
import { firstMessageThreshold } from '#shared/messages/select.ts'
import { publications } from '#shared/messages/publications.ts'
import type { Crisis } from '#shared/state.ts'

/** What must have happened how long after T0 at most, and when it did. */
export type Threshold = Readonly<{ id: 'message' | 'line'; within: number; keptAt: number | null }>

/** The delays that every desk is shown, the tightest first. */
export function thresholds({
  activation,
  messages,
}: Pick<Crisis, 'activation' | 'messages'>): readonly Threshold[] {
  return [
    { id: 'message', within: firstMessageThreshold, keptAt: publications(messages)[0]?.at ?? null },
    { id: 'line', within: lineThreshold, keptAt: activation.lineOpenedAt },
  ]
}
