import type { Role } from '#shared/access/roles.ts'
import type { Author } from '#shared/lib/id.ts'

/** One step of a role's reflex card (fiche réflexe). */
export type Step = Readonly<{
  /** Unique in the installation; stable through edits of its label. */
  id: string
  label: string
  /** An open critical step keeps the line from being opened, unless overridden with a reason. */
  critical: boolean
}>

/** By role; a role without steps is absent. */
export type Checklists = Readonly<Partial<Record<Role, readonly Step[]>>>

/** The cards as they stood when the crisis opened, and what has been ticked by whom. */
export type CrisisChecklists = Readonly<{
  lists: Checklists
  ticks: Readonly<Record<string, Readonly<{ by: Author; at: number }>>>
}>

export const noChecklists: CrisisChecklists = { lists: {}, ticks: {} }
