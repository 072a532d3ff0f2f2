import type { OpenCrisis } from '#shared/activation/commands.ts'

/** What everybody sees of a crisis, even a console that follows another one. */
export type Activation = Readonly<
  Omit<OpenCrisis, 'type'> & {
    /** T0: when the order was received. Every delay counts from here (domain.md 3.8, Q1). */
    t0: number
    openedAt: number
    lineOpenedAt: number | null
    lineClosedAt: number | null
    closed: Readonly<{ at: number; reason: string }> | null
  }
>
