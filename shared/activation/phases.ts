/** The levels of domain.md 3.1 that an open cell can be in. Closing is a fact of its own, with its own reason. */
export const phases = ['preAlert', 'standby', 'active', 'reinforced', 'windingDown'] as const
export type Phase = (typeof phases)[number]
