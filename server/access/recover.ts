import { createSecretKey, randomBytes } from 'node:crypto'
import { silentInstallation } from '#shared/publicsite/installation.ts'
import { initialState } from '#shared/state.ts'
import { drawInvitation } from '#server/access/invitations.ts'
import { Dispatcher, installation } from '#server/dispatch.ts'
import { entryAt } from '#server/journal/entry-at.ts'
import { foldJournal } from '#server/journal/fold.ts'
import { Intents } from '#server/journal/intent.ts'
import { type Journal, JournalUnavailable } from '#server/journal/port.ts'
import type { Clock } from '#server/lib/clock.ts'
import { drawCommandId } from '#server/lib/command-id.ts'

/** The message is for whoever holds the machine: what is wrong, what to do. */
export class RecoveryRefused extends Error {
  override readonly name = 'RecoveryRefused'
}

/**
 * A way back in for whoever holds the machine: an invitation for this login's account, which becomes an administrator's
 * or is made. Goes the way of every command, so that the rules hold and the logbook tells it. Throws `RecoveryRefused`.
 * @returns the invitation's token
 */
export async function recoverAdministrator(journal: Journal, clock: Clock, login: string): Promise<string> {
  const state = await foldJournal(journal, initialState)
  if (Object.keys(state.standing.people).length === 0) {
    throw new RecoveryRefused('there is no account yet: start the server, it shows the set-up link')
  }
  let failure: unknown = null
  const dispatcher = new Dispatcher({
    journal,
    clock,
    // Nobody will send this command again: nothing need recognise it.
    intents: new Intents(createSecretKey(randomBytes(32))),
    state,
    last: await entryAt(journal, state.seq),
    findSheet: () => Promise.resolve(null),
    onFailure: (error) => (failure = error),
    installation: () => silentInstallation,
  })
  const { token, ...invitation } = drawInvitation()
  const command = { type: 'access.recover', login, ...invitation } as const
  const outcome = await dispatcher.submit({ id: drawCommandId(), crisis: null, command }, installation)
  if (outcome.status === 'accepted') return token
  if (outcome.status === 'refused') {
    throw new RecoveryRefused(`${login}: ${outcome.refusal.code}; give another login`)
  }
  throw failure instanceof Error ? failure : new JournalUnavailable('the journal did not store it')
}
