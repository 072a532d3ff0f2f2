import type { ChecklistsCommand, SaveChecklist } from '#shared/checklists/commands.ts'
import { findStep, mayTickOf } from '#shared/checklists/select.ts'
import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import type { Crisis } from '#shared/state.ts'

export function decideSaveChecklist({ role, steps }: SaveChecklist, context: Context): Decision {
  const elsewhere = Object.entries(context.standing.checklists)
    .filter(([other]) => other !== role)
    .flatMap(([, others]) => others.map((step) => step.id))
  const used = new Set(elsewhere)
  for (const step of steps) {
    if (used.has(step.id)) return refuse('checklists.step-used-twice', { field: 'steps', detail: step.label })
    used.add(step.id)
  }
  return accept({ type: 'checklists.saved', role, steps })
}

export function decideChecklists(
  { checklists }: Crisis,
  command: ChecklistsCommand,
  context: Context,
): Decision {
  const found = findStep(checklists.lists, command.step)
  if (found === null) return refuse('checklists.unknown-step', { field: 'step' })
  if (!mayTickOf(found.role, context.roles)) {
    return refuse('checklists.not-your-role', { detail: found.step.label })
  }
  const { id: step, label } = found.step
  const isTicked = checklists.ticks[step] !== undefined
  if (command.type === 'checklists.tick') {
    return isTicked ? accept() : accept({ type: 'checklists.ticked', step, label })
  }
  return isTicked ? accept({ type: 'checklists.unticked', step, label }) : accept()
}
