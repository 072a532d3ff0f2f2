import type { Envelope } from '#shared/command.ts'
import type { LogCall } from '#shared/calls/commands.ts'
import type { CommandId, CrisisId } from '#shared/lib/id.ts'

const words =
  'route pont coupée eau école enfants mère voisin cave sous-sol médicaments train départ quartier rivière crue maison électricité chauffage évacuation bus gare marché mairie gymnase chien voiture parking ascenseur étage fenêtre odeur fumée bruit sirène téléphone fauteuil oxygène infirmière pharmacie boulangerie rue avenue impasse digue écluse camping'.split(
    ' ',
  )
const syllables = 'ma ri lo du pon ber tin le gar ni che val mo ra sau vi per san bel cou'.split(' ')

/** The nth of what people say, each different: a text repeated for every sheet would compress to nothing. */
function pick(from: readonly string[], count: number, n: number): readonly string[] {
  let state = n
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return from[(state >>> 8) % from.length] ?? ''
  })
}

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
    urgent: null,
    personal: {
      caller: {
        name: `${pick(syllables, 3, n).join('')} ${pick(syllables, 3, n + 7).join('')}`,
        phone: `+336${String(10_000_000 + (Math.imul(n, 7_919) >>> 7))}`,
        address: null,
        language: null,
        relation: null,
      },
      sought: null,
      note: pick(words, 14, n).join(' '),
      request: null,
      answer: null,
    },
  }
}

export function envelope(id: CommandId, crisis: CrisisId, startedAt: number, n: number): Envelope {
  return { id, crisis, command: logCall(startedAt, n) }
}
