import type { Grounds } from '#client/sync/use-overtaken.ts'
import { isLineOpen } from '#shared/activation/select.ts'
import type { Activation } from '#shared/activation/state.ts'

/*
 * What each act on the crisis stands on: its dialog is out once somebody else has changed it, or has closed the crisis.
 */

export const lineGrounds = groundsOf(
  (activation) => isLineOpen(activation),
  ['activation.lineOpened', 'activation.lineClosed'],
)

export const phaseGrounds = groundsOf(({ phase }) => phase, ['activation.phaseChanged'])

export const closeGrounds = groundsOf(() => null, [])

export const detailsGrounds = groundsOf(
  ({ title, communes, crisisNumber, posts, novi }) =>
    JSON.stringify([title, communes, crisisNumber, posts, novi]),
  ['activation.detailsChanged'],
)

function groundsOf(
  fact: (activation: Activation) => string | boolean | null,
  by: readonly string[],
): Grounds {
  return {
    fact: ({ crisis }) =>
      crisis === null || crisis.activation.closed !== null ? 'closed' : fact(crisis.activation),
    isChangedBy: ({ type }) => type === 'activation.closed' || by.includes(type),
  }
}
