import type { Role } from '#shared/access/roles.ts'
import type { Checklists, Step } from '#shared/checklists/state.ts'

/** Standing: a role's card for the crises to come. */
type Saved = Readonly<{ type: 'checklists.saved'; role: Role; steps: readonly Step[] }>
/** A crisis takes its own copy: later edits of the cards do not move the ground under a running cell. */
type Opened = Readonly<{ type: 'checklists.opened'; lists: Checklists }>
type Ticked = Readonly<{ type: 'checklists.ticked'; step: string; label: string }>
type Unticked = Readonly<{ type: 'checklists.unticked'; step: string; label: string }>

export type ChecklistsEvent = Saved | Opened | Ticked | Unticked
