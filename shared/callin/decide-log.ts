import type { CallinCommand } from '#shared/callin/commands.ts'
import { refuseTaken, takeInstead } from '#shared/callin/decide-take.ts'
import type { CallinEvent } from '#shared/callin/events.ts'
import { evolveCallin } from '#shared/callin/evolve.ts'
import { nextToCall, phoneToDial } from '#shared/callin/next.ts'
import { announcedDelays, isComing } from '#shared/callin/outcomes.ts'
import { calledOf, canUndo, heldBy, isPresent, occupantOf } from '#shared/callin/select.ts'
import type { Callin, DialledPhone } from '#shared/callin/state.ts'
import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import type { MemberId } from '#shared/lib/id.ts'
import { clockTolerance } from '#shared/lib/time.ts'
import type { Member } from '#shared/roster/state.ts'
import type { Crisis } from '#shared/state.ts'

type Log = Extract<CallinCommand, { type: 'callin.log' }>

/** An answer counts whoever brings it and however late; only another operator's hand on the member stops it. */
export function decideLog({ callin }: Crisis, command: Log, context: Context): Decision {
  const member = context.standing.roster.members[command.member]
  if (member === undefined) return refuse('callin.unknown-member', { field: 'member' })
  const { taken, stand } = calledOf(callin, command.member)
  if (taken !== null && taken.by !== context.by) return refuseTaken(taken.by, context)
  if (isPresent(stand)) return refuse('callin.already-present', { field: 'member' })
  const refusal = refuseResult(command, member, context)
  if (refusal !== null) return refusal
  const logged: CallinEvent = {
    type: 'callin.logged',
    member: command.member,
    phone: dialledPhone(command, member),
    outcome: command.result.outcome,
    expectedAt: expectedAt(command, context),
  }
  const after = evolveCallin(callin, logged, context)
  return accept(logged, ...takeAfter(after, { command, member }, context))
}

function refuseResult({ phone, result }: Log, member: Member, { at }: Context): Decision | null {
  if (phone !== null && member.phoneKinds[phone] === undefined) {
    return refuse('callin.unknown-phone', { field: 'phone' })
  }
  if (result.outcome === 'wrongNumber' && phone === null) {
    return refuse('callin.phone-needed', { field: 'phone' })
  }
  if (result.outcome === 'later' && result.from < at - clockTolerance) {
    return refuse('callin.time-past', { field: 'result.from' })
  }
  return null
}

function dialledPhone({ phone: nth }: Log, member: Member): DialledPhone | null {
  const kind = nth === null ? undefined : member.phoneKinds[nth]
  return nth === null || kind === undefined ? null : { nth, kind }
}

function expectedAt({ result }: Log, { at }: Context): number | null {
  if (result.outcome === 'later') return result.from
  return isComing(result.outcome) ? at + announcedDelays[result.outcome] : null
}

type Done = Readonly<{ command: Log; member: Member }>

/** A wrong number leaves the member in hand while there is another one to dial; otherwise the next one, if asked for. */
function takeAfter(callin: Callin, { command, member }: Done, context: Context): readonly CallinEvent[] {
  const called = calledOf(callin, command.member)
  const hasOther = command.result.outcome === 'wrongNumber' && phoneToDial(member, called) !== null
  if (hasOther) return takeInstead(callin, command.member, context.by)
  // A late answer taken down in passing: the operator goes on with the member in hand.
  if (!command.next || heldBy(callin, context.by) !== null) return []
  const next = nextToCall(context.standing.roster, callin, context.at)
  return next === null ? [] : [{ type: 'callin.taken', member: next }]
}

export function decideUndo({ callin }: Crisis, member: MemberId, context: Context): Decision {
  const called = calledOf(callin, member)
  const { undo, taken } = called
  if (undo === null || !canUndo(called, context.by, context.at)) return refuse('callin.too-late-to-undo')
  if (taken !== null && taken.by !== context.by) return refuseTaken(taken.by, context)
  const { stand } = undo.before
  const occupant = stand.is === 'atPost' ? occupantOf(callin, stand.post) : null
  if (occupant !== null && occupant !== member) return refuse('callin.post-taken')
  const undone = { type: 'callin.undone', member, deed: undo.deed } as const
  if (undo.deed !== 'logged') return accept(undone)
  // The member comes back into the operator's hand, which lets go of whoever it holds.
  const release = takeInstead(callin, member, context.by).filter(({ type }) => type === 'callin.released')
  return accept(...release, undone)
}
