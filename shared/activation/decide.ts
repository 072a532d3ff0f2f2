import type { ActivationCommand, OpenCrisis } from '#shared/activation/commands.ts'
import { isLineOpen } from '#shared/activation/select.ts'
import { openCriticalSteps } from '#shared/checklists/select.ts'
import { accept, acceptInCrisis, refuse, type Context, type Decision } from '#shared/decision.ts'
import { CrisisId } from '#shared/lib/id.ts'
import { clockTolerance } from '#shared/lib/time.ts'
import { unreachable } from '#shared/lib/unreachable.ts'
import type { Crisis } from '#shared/state.ts'

export function decideOpenCrisis(command: OpenCrisis, context: Context): Decision {
  if (command.order.receivedAt > context.at + clockTolerance) {
    return refuse('activation.order-in-future', { field: 'order.receivedAt' })
  }
  const { type: _, ...details } = command
  return acceptInCrisis(
    CrisisId.parse(context.id),
    { type: 'activation.opened', ...details },
    { type: 'checklists.opened', lists: context.standing.checklists },
  )
}

export function decideActivation(crisis: Crisis, command: ActivationCommand): Decision {
  switch (command.type) {
    case 'activation.changePhase':
      if (command.phase === crisis.activation.phase) return accept()
      return accept({ type: 'activation.phaseChanged', phase: command.phase, reason: command.reason })
    case 'activation.changeDetails': {
      const { type: _, ...details } = command
      return accept({ type: 'activation.detailsChanged', ...details })
    }
    case 'activation.openLine':
      return decideOpenLine(crisis, command.override)
    case 'activation.closeLine':
      if (!isLineOpen(crisis.activation)) return refuse('activation.line-not-open')
      return accept({ type: 'activation.lineClosed', reason: command.reason })
    case 'activation.close':
      return accept({ type: 'activation.closed', reason: command.reason })
    default:
      return unreachable(command)
  }
}

function decideOpenLine(crisis: Crisis, override: string | null): Decision {
  if (isLineOpen(crisis.activation)) return refuse('activation.line-already-open')
  const steps = openCriticalSteps(crisis.checklists).map((step) => step.label)
  if (steps.length === 0) return accept({ type: 'activation.lineOpened', overridden: null })
  if (override === null) return refuse('activation.critical-steps-open', { detail: steps.join(' · ') })
  return accept({ type: 'activation.lineOpened', overridden: { steps, reason: override } })
}
