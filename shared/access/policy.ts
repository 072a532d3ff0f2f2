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

const callTakers: readonly ActorRole[] = ['callTaker', 'specialist', 'teamLead', 'roomLead']
const leads: readonly ActorRole[] = ['roomLead', 'teamLead']
/** Who may write to the public or propose a text; approving and publishing are others' (domain.md 3.6). */
const writers: readonly ActorRole[] = ['comms', 'approver', 'roomLead', 'specialist', 'civilProtection']
/** Exercise control plays the approver: in an exercise only, which the decision checks. */
const approvers: readonly ActorRole[] = ['approver', 'exerciseControl']

/** Who calls members in; exercise control in an exercise only, which the decision checks. */
const callers: readonly ActorRole[] = ['switchboard', 'roomLead', 'exerciseControl']
/** Who lets members in and gives them a post. */
const doorkeepers: readonly ActorRole[] = [...callers, 'teamLead', 'itSupport']
/** Who keeps the pool: its contacts are HR's (domain.md 3.6). */
const rosterKeepers: readonly ActorRole[] = ['hr', 'admin']

/** Who may do what: one line per command, checked in `decide` for each. */
export const policy: Readonly<Record<CommandType, readonly ActorRole[]>> = {
  'access.setUp': installation,
  'access.createAccount': administration,
  'access.reissueInvitation': administration,
  'access.recover': installation,
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

  'callin.take': callers,
  'callin.takeNext': callers,
  'callin.release': callers,
  'callin.log': callers,
  'callin.undo': doorkeepers,
  'callin.arrive': doorkeepers,
  'callin.seat': doorkeepers,
  'callin.break': doorkeepers,
  'callin.leave': doorkeepers,

  'calls.log': callTakers,
  'calls.correct': callTakers,
  'calls.link': callTakers,
  'calls.takeCallback': callTakers,
  'calls.releaseCallback': callTakers,
  'calls.closeCallback': callTakers,
  'calls.raiseUrgent': [...callTakers, 'switchboard'],
  'calls.acknowledgeUrgent': leads,
  'calls.closeUrgent': [...callTakers, 'switchboard'],

  'checklists.save': ['admin', 'roomLead', 'quality'],
  'checklists.tick': everyone,
  'checklists.untick': everyone,

  'journal.note': roles.filter((role) => role !== 'quality' && role !== 'hr'),
  'journal.strike': ['switchboard', 'roomLead', 'teamLead', 'comms', 'approver', 'civilProtection'],

  'messages.saveTemplate': ['comms', 'approver', 'admin'],
  'messages.removeTemplate': ['comms', 'approver', 'admin'],
  'messages.draft': writers,
  'messages.edit': writers,
  'messages.submit': writers,
  'messages.discard': writers,
  'messages.approve': approvers,
  'messages.sendBack': approvers,
  'messages.publish': ['comms'],
  'messages.correct': ['comms', 'approver'],
  'messages.withdraw': ['comms', 'approver'],

  'privacy.erase': ['admin', 'quality'],

  'roster.import': rosterKeepers,
  'roster.add': rosterKeepers,
  'roster.change': rosterKeepers,
  'roster.remove': rosterKeepers,

  'talkingpoints.forbid': ['comms', 'approver'],
  'talkingpoints.retire': ['comms', 'approver'],
  'talkingpoints.acknowledge': everyone,
}

/** Whether one of these roles may do it; the rules of its feature may still refuse. */
export function mayDo(held: readonly ActorRole[], type: CommandType): boolean {
  return policy[type].some((role) => held.includes(role))
}
