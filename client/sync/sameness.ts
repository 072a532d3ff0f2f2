import type { Command, CommandType } from '#shared/command.ts'

/**
 * When the same words from the same hand are one intention. While their author waits for an answer they are, whatever
 * they are; the kinds differ in what comes after.
 *
 * - `making` makes something that was not there: as long as it waits to be sent, the same again is the same.
 * - `deed` brings about what it says: as long as it waits and nothing else was said since. (Ticked, unticked, ticked again: three.)
 * - `saying` counts each time: once it was kept and the form emptied, the same again is said again.
 */
export type Sameness = 'making' | 'deed' | 'saying'

const sameness: Readonly<Record<CommandType, Sameness>> = {
  'access.createAccount': 'making',
  'access.changeAccount': 'deed',
  'access.setUp': 'deed',
  'access.holdSessions': 'deed',
  'access.endSession': 'deed',
  'access.closeSession': 'deed',
  'access.setPassword': 'deed',
  'access.recordLimit': 'deed',
  'access.unlock': 'deed',
  'access.reissueInvitation': 'deed',
  'access.openSession': 'deed',
  'access.revokeSessions': 'deed',
  'access.recover': 'deed',
  'access.expirePassword': 'deed',
  'access.closeAccount': 'deed',
  'access.nameDeputy': 'deed',
  'access.dismissDeputy': 'deed',
  'access.confirm': 'deed',
  'access.decline': 'deed',
  'access.withdraw': 'deed',
  'access.vouch': 'deed',
  'access.switchOnDeputy': 'deed',
  'access.switchOffDeputy': 'deed',
  'activation.changePhase': 'deed',
  'activation.openLine': 'deed',
  'activation.close': 'deed',
  'activation.closeLine': 'deed',
  'activation.changeDetails': 'deed',
  'activation.open': 'making',
  'callin.break': 'deed',
  'callin.release': 'deed',
  'callin.take': 'deed',
  'callin.arrive': 'deed',
  'callin.seat': 'deed',
  'callin.leave': 'deed',
  'callin.takeNext': 'deed',
  'callin.undo': 'deed',
  'callin.log': 'saying',
  'calls.log': 'making',
  'calls.takeCallback': 'deed',
  'calls.releaseCallback': 'deed',
  'calls.acknowledgeUrgent': 'deed',
  'calls.raiseUrgent': 'making',
  'calls.closeCallback': 'deed',
  'calls.link': 'deed',
  'calls.closeUrgent': 'deed',
  'calls.correct': 'deed',
  'checklists.untick': 'deed',
  'checklists.save': 'deed',
  'checklists.tick': 'deed',
  'journal.strike': 'deed',
  'clock.confirm': 'deed',
  'clock.correct': 'deed',
  'clock.doubt': 'deed',
  'clock.settle': 'deed',
  'journal.note': 'saying',
  'messages.edit': 'deed',
  'messages.saveTemplate': 'making',
  'messages.withdraw': 'deed',
  'messages.correct': 'deed',
  'messages.sendBack': 'deed',
  'messages.approve': 'deed',
  'messages.discard': 'deed',
  'messages.draft': 'making',
  'messages.removeTemplate': 'deed',
  'messages.publish': 'deed',
  'messages.submit': 'deed',
  'privacy.erase': 'deed',
  'roster.change': 'deed',
  'roster.remove': 'deed',
  'roster.add': 'making',
  'roster.import': 'making',
  'talkingpoints.retire': 'deed',
  'talkingpoints.acknowledge': 'deed',
  'talkingpoints.forbid': 'deed',
}

export function samenessOf({ type }: Command): Sameness {
  return sameness[type]
}
