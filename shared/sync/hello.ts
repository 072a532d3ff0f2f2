import { z } from 'zod'
import { CrisisId, PersonId } from '#shared/lib/id.ts'
import type { Hello } from '#shared/sync/wire.ts'

const PositionSchema = z.object({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) })

/** All that a console of another build is sure to say. */
export const ProtocolSchema = z.object({ protocol: z.int() })

/** The server's edge; consoles load the type alone. */
export const HelloSchema: z.ZodType<Hello> = z.object({
  protocol: z.int(),
  person: PersonId.nullable(),
  crisis: CrisisId.nullable(),
  last: PositionSchema.nullable(),
  recorded: PositionSchema.nullable(),
})
