import { sample } from 'fast-check'
import { expect, test } from 'vitest'
import { policy } from '#shared/access/policy.ts'
import { roles } from '#shared/access/roles.ts'
import type { Envelope } from '#shared/command.ts'
import { isCrisisCommand } from '#shared/command-scope.ts'
import { CrisisId, PersonId } from '#shared/lib/id.ts'
import { initialState } from '#shared/state.ts'
import { Dispatcher } from '#server/dispatch.ts'
import { MemoryJournal } from '#server/journal/memory.ts'
import { drawCommandId } from '#server/lib/command-id.ts'
import { variants } from '../support/any-command.ts'
import { commandId, personId } from '../support/drafts.ts'

const crisis = CrisisId.parse(commandId(1))

function dispatcher(): Dispatcher {
  const fail = (error: unknown) => {
    throw error
  }
  return new Dispatcher({
    journal: new MemoryJournal(),
    clock: { now: Date.now },
    state: initialState,
    lastAt: 0,
    findSheet: () => Promise.resolve(null),
    onFailure: fail,
  })
}

test.each(variants.map(({ type, arbitrary }) => [type, arbitrary] as const))(
  '[N11] %s: each role is let through or refused as the table says',
  async (type, arbitrary) => {
    const server = dispatcher()
    for (const role of roles) {
      const [command] = sample(arbitrary, { numRuns: 1, seed: 7 })
      if (command === undefined) throw new Error('nothing was drawn')
      const place = isCrisisCommand(command) ? crisis : null
      const envelope = { id: drawCommandId(), crisis: place, command } as Envelope
      const outcome = await server.submit(envelope, { person: PersonId.parse(personId(1)), roles: [role] })
      const isForbidden = outcome.status === 'refused' && outcome.refusal.code === 'command.forbidden'
      expect(isForbidden, role).toBe(!policy[type].includes(role))
    }
  },
)
