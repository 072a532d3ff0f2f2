import type { Commune } from '#shared/activation/commands.ts'
import type { LogCall } from '#shared/calls/commands.ts'
import type { Content, PersonalInput } from '#shared/calls/content.ts'
import { t0 } from './drafts.ts'
import { player } from './stage.ts'

/** Two who answer the public, and the lead of their room. */
export const alice = player(1, 'callTaker')
export const bob = player(2, 'callTaker')
export const carla = player(3, 'roomLead')

export const persan: Commune = { code: '95487', name: 'Persan' }
export const odilesPhone = '+33612345678'

/** Odile Garnier asks whether the road is open. */
export const odile: PersonalInput = {
  caller: {
    name: 'Odile Garnier',
    phone: odilesPhone,
    address: '3 rue du Port',
    language: null,
    relation: null,
  },
  sought: null,
  note: 'Route coupée devant chez elle',
  request: null,
  answer: null,
}

export function content(changes: Partial<Content> = {}): Content {
  return {
    startedAt: t0,
    seconds: 134,
    channel: 'phone',
    reason: 'mobility.roadClosed',
    commune: persan,
    outcome: 'answered',
    urgency: 'normal',
    callerStatus: null,
    redirectedTo: null,
    upward: null,
    ...changes,
  }
}

/** A quick sheet: nobody identified, nothing promised. */
export function logCall(changes: Partial<Omit<LogCall, 'type'>> = {}): LogCall {
  return {
    type: 'calls.log',
    content: content(),
    callback: null,
    linkedTo: null,
    urgent: null,
    personal: null,
    ...changes,
  }
}
