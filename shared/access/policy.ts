import { roles, type ActorRole } from '#shared/access/roles.ts'
import type { CommandType } from '#shared/command.ts'

const everyone: readonly ActorRole[] = roles
const administration: readonly ActorRole[] = ['admin']
/** The installation's own acts around signing in: no console may submit them. */
const installation: readonly ActorRole[] = ['system']
/** Who may record the préfet's order and open the cell (domain.md 3.6). */
const declarers: readonly ActorRole[] = [
  'switchboard',
  'roomLead',
  'approver',
  'civilProtection',
  'exerciseControl',
]

/** Who may do what: one line per command, checked in `decide` for each. */
export const policy: Readonly<Record<CommandType, readonly ActorRole[]>> = {
  'access.setUp': installation,
  'access.createAccount': administration,
  'access.reissueInvitation': administration,
  'access.changeAccount': administration,
  'access.closeAccount': administration,
  'access.expirePassword': administration,
  'access.setPassword': installation,
  'access.openSession': installation,
  'access.recordFailure': installation,
  'access.closeSession': everyone,
  'access.revokeSessions': everyone,

  'activation.open': declarers,
  'activation.changePhase': declarers,
  'activation.changeDetails': declarers,
  'activation.openLine': ['roomLead', 'switchboard', 'exerciseControl'],
  'activation.closeLine': ['roomLead', 'switchboard', 'exerciseControl'],
  'activation.close': declarers,

  'checklists.save': ['admin', 'roomLead', 'quality'],
  'checklists.tick': everyone,
  'checklists.untick': everyone,

  'journal.note': roles.filter((role) => role !== 'quality' && role !== 'hr'),
  'journal.strike': ['switchboard', 'roomLead', 'teamLead', 'comms', 'approver', 'civilProtection'],

  'privacy.erase': ['admin', 'quality'],
}
