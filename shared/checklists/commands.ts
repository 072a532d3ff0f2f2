import { z } from 'zod'
import { Key } from '#shared/lib/key.ts'
import { RoleSchema } from '#shared/access/role-schema.ts'
import { line } from '#shared/lib/text.ts'

const StepId = Key
const Step = z.object({ id: StepId, label: line(160), critical: z.boolean() })

/** Standing command: replaces a role's card for the crises to come. */
export const SaveChecklist = z.object({
  type: z.literal('checklists.save'),
  role: RoleSchema,
  steps: z.array(Step).max(40),
})
export type SaveChecklist = Readonly<z.infer<typeof SaveChecklist>>

const Tick = z.object({ type: z.literal('checklists.tick'), step: StepId })
const Untick = z.object({ type: z.literal('checklists.untick'), step: StepId })

export const checklistsCommands = [Tick, Untick] as const
const ChecklistsCommand = z.discriminatedUnion('type', checklistsCommands)
export type ChecklistsCommand = Readonly<z.infer<typeof ChecklistsCommand>>
