import type { Command, CrisisCommand, StandingCommand } from '#shared/command.ts'
import type { CommandType } from '#shared/command.ts'

/**
 * The commands that belong to no crisis, by name: the console addresses a command without loading the schemas, which
 * only the server needs. A test holds the table against them.
 */
const standing: Readonly<Record<StandingCommand['type'], true>> = {
  'access.setUp': true,
  'access.createAccount': true,
  'access.reissueInvitation': true,
  'access.recover': true,
  'access.changeAccount': true,
  'access.closeAccount': true,
  'access.expirePassword': true,
  'access.setPassword': true,
  'access.openSession': true,
  'access.recordLimit': true,
  'access.unlock': true,
  'access.holdSessions': true,
  'access.endSession': true,
  'access.closeSession': true,
  'access.revokeSessions': true,
  'access.nameDeputy': true,
  'access.dismissDeputy': true,
  'access.confirm': true,
  'access.decline': true,
  'access.withdraw': true,
  'access.vouch': true,
  'activation.open': true,
  'checklists.save': true,
  'clock.confirm': true,
  'clock.correct': true,
  'clock.doubt': true,
  'clock.settle': true,
  'messages.removeTemplate': true,
  'messages.saveTemplate': true,
  'privacy.erase': true,
  'roster.add': true,
  'roster.change': true,
  'roster.import': true,
  'roster.remove': true,
}

export function isCrisisCommand(command: Command): command is CrisisCommand {
  return !isStanding(command.type)
}

export function isStanding(type: CommandType): boolean {
  const types: Readonly<Partial<Record<CommandType, true>>> = standing
  return types[type] === true
}
