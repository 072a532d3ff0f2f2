import { z } from 'zod'
import { CrisisId } from '#shared/lib/id.ts'
import type { Hello } from '#shared/sync/wire.ts'

/** The server's edge; consoles load the type alone. */
export const HelloSchema: z.ZodType<Hello> = z.object({
  protocol: z.int(),
  crisis: CrisisId.nullable(),
  lastSeq: z.int().min(0).nullable(),
})
