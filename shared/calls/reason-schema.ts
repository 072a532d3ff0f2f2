import { z } from 'zod'
import { reasons } from '#shared/calls/reasons.ts'

/** Apart from the list itself, which consoles load: schemas stay at the edge. */
export const ReasonSchema = z.enum(reasons)
