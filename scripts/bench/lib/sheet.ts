import type { Envelope } from '#shared/command.ts'
import type { LogCall } from '#shared/calls/commands.ts'
import type { CommandId, CrisisId } from '#shared/lib/id.ts'

const said =
  'La route du pont est coupée, la personne demande par où passer pour chercher ses deux enfants à l’école.'

/** An ordinary call: somebody who leaves a number, a few words. With its envelope some 600 bytes. */
export function logCall(startedAt: number, n: number): LogCall {
  return {
    type: 'calls.log',
    content: {
      startedAt,
      seconds: 134,
      channel: 'phone',
      reason: 'mobility.roadClosed',
      commune: { code: `954${String(10 + (n % 60))}`, name: 'Persan' },
      outcome: 'answered',
      urgency: 'normal',
      callerStatus: null,
      redirectedTo: null,
      upward: null,
    },
    callback: null,
    linkedTo: null,
    personal: {
      caller: {
        name: 'Odile Garnier',
        phone: `+336${String(10_000_000 + (n % 89_999_999))}`,
        address: null,
        language: null,
        relation: null,
      },
      sought: null,
      note: said,
      request: null,
      answer: null,
    },
  }
}

export function envelope(id: CommandId, crisis: CrisisId, startedAt: number, n: number): Envelope {
  return { id, crisis, command: logCall(startedAt, n) }
}
