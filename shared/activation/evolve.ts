import type { ActivationEvent } from '#shared/activation/events.ts'
import type { Activation } from '#shared/activation/state.ts'
import { unreachable } from '#shared/lib/unreachable.ts'

type Opened = Extract<ActivationEvent, { type: 'activation.opened' }>

export function openActivation({ type: _, ...details }: Opened, at: number): Activation {
  return {
    ...details,
    t0: details.order.receivedAt,
    openedAt: at,
    lineOpenedAt: null,
    lineClosedAt: null,
    closed: null,
  }
}

export function evolveActivation(activation: Activation, event: ActivationEvent, at: number): Activation {
  switch (event.type) {
    case 'activation.opened':
      return openActivation(event, at)
    case 'activation.phaseChanged':
      return { ...activation, phase: event.phase }
    case 'activation.detailsChanged': {
      const { type: _, ...details } = event
      return { ...activation, ...details, communes: [...details.communes] }
    }
    case 'activation.lineOpened':
      // Q1 measures the first opening: a line closed for the night and opened again keeps it.
      return { ...activation, lineOpenedAt: activation.lineOpenedAt ?? at, lineClosedAt: null }
    case 'activation.lineClosed':
      return { ...activation, lineClosedAt: at }
    case 'activation.closed':
      return { ...activation, closed: { at, reason: event.reason } }
    default:
      return unreachable(event)
  }
}
