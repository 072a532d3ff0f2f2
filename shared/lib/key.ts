import { z } from 'zod'

/**
 * A name by which something is looked up in a record. Not one that every object has by itself: `constructor` would be
 * found where nobody has put it.
 */
export const Key = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,60}$/)
  .refine((key) => !(key in Object.prototype), { error: 'key.reserved' })
