import { z } from 'zod'
import { natures } from '#shared/activation/natures.ts'
import { phases } from '#shared/activation/phases.ts'
import { line } from '#shared/lib/text.ts'
import { Instant } from '#shared/lib/instant.ts'

/** INSEE code of a commune: two digits (or 2A, 2B) of département, three of commune. */
export const CommuneCode = z.string().regex(/^(\d{2}|2[AB])\d{3}$/)
export const Commune = z.object({ code: CommuneCode, name: line(80) })
export type Commune = Readonly<z.infer<typeof Commune>>

const Phase = z.enum(phases)

export const orderMeans = ['phone', 'inPerson', 'radio', 'email', 'sms'] as const

/** The préfet's order to open the cell, read back to whoever gave it. */
const Order = z.object({
  givenBy: line(120),
  means: z.enum(orderMeans),
  receivedAt: Instant,
  readBack: z.literal(true, { error: 'order.read-back' }),
})

const Details = {
  title: line(120),
  novi: z.boolean(),
  communes: z.array(Commune).max(60),
  crisisNumber: line(30).nullable(),
  posts: z.int().min(1).max(200),
}

/** Standing command: it makes the crisis whose id is its own. */
export const OpenCrisis = z.object({
  type: z.literal('activation.open'),
  kind: z.enum(['real', 'exercise']),
  nature: z.enum(natures),
  phase: Phase,
  order: Order,
  ...Details,
})

const ChangePhase = z.object({ type: z.literal('activation.changePhase'), phase: Phase, reason: line(300) })
const ChangeDetails = z.object({ type: z.literal('activation.changeDetails'), ...Details })
/** `override` is the reason for opening although a critical checklist step is open; null when none should be. */
const OpenLine = z.object({ type: z.literal('activation.openLine'), override: line(300).nullable() })
const CloseLine = z.object({ type: z.literal('activation.closeLine'), reason: line(300) })
const CloseCrisis = z.object({ type: z.literal('activation.close'), reason: line(300) })

export const activationCommands = [ChangePhase, ChangeDetails, OpenLine, CloseLine, CloseCrisis] as const
const ActivationCommand = z.discriminatedUnion('type', activationCommands)
export type ActivationCommand = Readonly<z.infer<typeof ActivationCommand>>
export type OpenCrisis = Readonly<z.infer<typeof OpenCrisis>>
