import { roles, type ActorRole, type Role } from '#shared/access/roles.ts'
import type { CrisisCommand, StandingCommand } from '#shared/command.ts'

/** Who may do one thing. */
type Who = Readonly<{
  /** Wherever it is done. */
  roles: readonly ActorRole[]
  /** In an exercise besides these, and never in a real crisis. */
  inExercise: readonly Role[]
}>
type InCrisis = Who & Readonly<{ afterClosure: boolean }>

/** Exercise control plays every desk that it has to, of an exercise only: it has no act in a real crisis (ADR 18). */
const control: readonly Role[] = ['exerciseControl']
const everyone = roles.filter((role) => role !== 'exerciseControl')
const administration: readonly Role[] = ['admin']
/** Who may record the préfet's order and open the cell (domain.md 3.6). */
const declarers: readonly Role[] = ['switchboard', 'roomLead', 'approver', 'civilProtection']
/** The second person of a grave act: another administrator, or the approver (domain.md 6.6). */
const witnesses: readonly Role[] = ['admin', 'approver']
/** Who may switch a confirmed deputy on in a crisis: those who are there at night and see who is missing (ADR 20). */
const switchers: readonly Role[] = [...declarers, 'admin']
const lineKeepers: readonly Role[] = ['switchboard', 'roomLead']
const callTakers: readonly Role[] = ['callTaker', 'specialist', 'teamLead', 'roomLead']
const leads: readonly Role[] = ['roomLead', 'teamLead']
/** Who may write to the public or propose a text; approving and publishing are others' (domain.md 3.6). */
const writers: readonly Role[] = ['comms', 'approver', 'roomLead', 'specialist', 'civilProtection']
/** Who answers for what is said to the public. */
const editors: readonly Role[] = ['comms', 'approver']
/** Who calls members in. */
const callers: readonly Role[] = ['switchboard', 'roomLead']
/** Who lets members in and gives them a post. */
const doorkeepers: readonly Role[] = [...callers, 'teamLead', 'itSupport']
/** Who keeps the pool: its contacts are HR's (domain.md 3.6). */
const rosterKeepers: readonly Role[] = ['hr', 'admin']
const templateKeepers: readonly Role[] = [...editors, 'admin']
const strikers: readonly Role[] = [
  'switchboard',
  'roomLead',
  'teamLead',
  'comms',
  'approver',
  'civilProtection',
]

/** On standing data: no crisis is concerned. */
function standing(held: readonly ActorRole[], inExercise: readonly Role[] = []): Who {
  return { roles: held, inExercise }
}

/** The installation's own acts around signing in: no console may submit them. */
const byTheInstallation = standing(['system'])

function untilClosure(held: readonly Role[], inExercise: readonly Role[] = []): InCrisis {
  return { roles: held, inExercise, afterClosure: false }
}

/**
 * Still right once the crisis is closed: the logbook stays open for what was forgotten, sheets written on paper are typed
 * in, promised call-backs are kept, what the public goes on reading is corrected or withdrawn, who is on site goes home.
 */
function always(held: readonly Role[], inExercise: readonly Role[] = []): InCrisis {
  return { roles: held, inExercise, afterClosure: true }
}

type Permissions = Readonly<Record<StandingCommand['type'], Who> & Record<CrisisCommand['type'], InCrisis>>

/**
 * One line per command, held by a test against the table of docs/domain.md, which gives the reasons. Asked through `may`
 * (may.ts) alone.
 */
export const permissions: Permissions = {
  'access.setUp': byTheInstallation,
  'access.createAccount': standing(administration),
  'access.reissueInvitation': standing(administration),
  'access.recover': byTheInstallation,
  'access.changeAccount': standing(administration),
  'access.closeAccount': standing(administration),
  'access.expirePassword': standing(administration),
  'access.unlock': standing(administration),
  'access.setPassword': byTheInstallation,
  'access.openSession': byTheInstallation,
  'access.holdSessions': byTheInstallation,
  'access.endSession': byTheInstallation,
  'access.nameDeputy': standing(administration),
  'access.dismissDeputy': standing(witnesses),
  'access.confirm': standing(witnesses),
  'access.decline': standing(witnesses),
  'access.withdraw': standing(administration),
  'access.vouch': standing(witnesses),
  'access.switchOnDeputy': untilClosure(switchers, control),
  'access.switchOffDeputy': untilClosure(switchers, control),
  'access.recordLimit': byTheInstallation,
  'access.closeSession': standing(roles),
  'access.revokeSessions': standing(roles),

  'activation.open': standing(declarers, control),
  'activation.changePhase': untilClosure(declarers, control),
  'activation.changeDetails': untilClosure(declarers, control),
  'activation.openLine': untilClosure(lineKeepers, control),
  'activation.closeLine': untilClosure(lineKeepers, control),
  'activation.close': untilClosure(declarers, control),

  'callin.take': untilClosure(callers, control),
  'callin.takeNext': untilClosure(callers, control),
  'callin.release': untilClosure(callers, control),
  'callin.log': untilClosure(callers, control),
  'callin.undo': untilClosure(doorkeepers, control),
  'callin.arrive': untilClosure(doorkeepers, control),
  'callin.seat': untilClosure(doorkeepers, control),
  'callin.break': untilClosure(doorkeepers, control),
  'callin.leave': always(doorkeepers, control),

  'calls.log': always(callTakers),
  'calls.correct': always(callTakers),
  'calls.link': always(callTakers),
  'calls.takeCallback': always(callTakers),
  'calls.releaseCallback': always(callTakers),
  'calls.closeCallback': always(callTakers),
  'calls.raiseUrgent': untilClosure([...callTakers, 'switchboard']),
  'calls.acknowledgeUrgent': always(leads),
  'calls.closeUrgent': always([...callTakers, 'switchboard']),

  'checklists.save': standing(['admin', 'roomLead', 'quality']),
  'checklists.tick': untilClosure(everyone, control),
  'checklists.untick': untilClosure(everyone, control),

  'clock.doubt': byTheInstallation,
  'clock.settle': byTheInstallation,
  'clock.correct': byTheInstallation,
  'clock.confirm': standing(administration),

  'journal.note': always(
    everyone.filter((role) => role !== 'quality' && role !== 'hr'),
    control,
  ),
  'journal.strike': always(strikers),

  'messages.saveTemplate': standing(templateKeepers),
  'messages.removeTemplate': standing(templateKeepers),
  'messages.draft': untilClosure(writers),
  'messages.edit': always(writers),
  'messages.submit': always(writers),
  'messages.discard': always(writers),
  'messages.approve': always(['approver'], control),
  'messages.sendBack': always(['approver'], control),
  'messages.publish': always(['comms']),
  'messages.correct': always(editors),
  'messages.withdraw': always(editors),

  'privacy.erase': standing(['admin', 'quality']),

  'roster.import': standing(rosterKeepers),
  'roster.add': standing(rosterKeepers),
  'roster.change': standing(rosterKeepers),
  'roster.remove': standing(rosterKeepers),

  'talkingpoints.forbid': untilClosure(editors),
  'talkingpoints.retire': untilClosure(editors),
  'talkingpoints.acknowledge': untilClosure(everyone, control),
}
