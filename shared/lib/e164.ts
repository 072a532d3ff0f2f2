import { z } from 'zod'
import { e164Pattern } from '#shared/lib/phone.ts'

/** Apart from reading and showing, which consoles load: schemas stay at the edge. */
export const E164 = z.string().regex(e164Pattern)
