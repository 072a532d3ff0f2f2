import type { LogCall } from '#shared/calls/commands.ts'
import { callbacksDue, openUrgents } from '#shared/calls/select.ts'
import type { Urgent } from '#shared/calls/state.ts'
import { minute, second } from '#shared/lib/time.ts'
import type { Crisis } from '#shared/state.ts'
import { hasAcknowledged } from '#shared/talkingpoints/select.ts'
import type { Random } from '../lib/random.ts'
import type { Desk } from './actor.ts'
import { callers, conversations, personalOf, type Conversation } from './conversations.ts'
import { fictionalMobile } from './members.ts'
import { communes } from './place.ts'

/** A call taker: ends an emergency, reads a new version, keeps promises, and otherwise takes the next call. */
export function takeCalls(desk: Desk, crisis: Crisis): Promise<unknown> {
  return (
    endUrgent(desk, crisis) ?? acknowledge(desk, crisis) ?? callBack(desk, crisis) ?? nextCall(desk, crisis)
  )
}

function endUrgent({ console, now }: Desk, { calls }: Crisis): Promise<unknown> | null {
  const mine = openUrgents(calls).find(({ by, ended }) => by === console.you.person && ended === null)
  if (mine === undefined) return null
  // The caller is kept on the line until the rescue service has taken over.
  if (mine.acknowledged === null || mine.raisedAt + 20 * second > now()) return Promise.resolve()
  return writeUrgent({ console, now }, mine)
}

async function writeUrgent(
  { console, now }: Pick<Desk, 'console' | 'now'>,
  urgent: Urgent,
): Promise<unknown> {
  const { id, raisedAt, commune } = urgent
  const personal = personalOf(
    {
      weight: 0,
      reason: 'lifeThreat.trapped',
      outcome: 'transferredEmergency',
      note: 'Deux personnes sur le toit, eau montante.',
    },
    null,
  )
  const seconds = Math.round((now() - raisedAt) / second)
  const content = {
    ...blank,
    startedAt: raisedAt - 15 * second,
    seconds,
    reason: 'lifeThreat.trapped',
    commune,
  } as const
  const log: LogCall = {
    type: 'calls.log',
    content: { ...content, outcome: 'transferredEmergency', urgency: 'vital' },
    callback: null,
    linkedTo: null,
    urgent: id,
    personal,
  }
  await console.submit(log)
  return console.submit({ type: 'calls.closeUrgent', urgent: id, end: { kind: 'transferred', to: '18' } })
}

function acknowledge({ console }: Desk, { talkingpoints }: Crisis): Promise<unknown> | null {
  if (hasAcknowledged(talkingpoints, console.you.person)) return null
  return console.submit({ type: 'talkingpoints.acknowledge', version: talkingpoints.version })
}

function callBack({ console, random, now }: Desk, { calls }: Crisis): Promise<unknown> | null {
  const me = console.you.person
  const due = callbacksDue(calls)
  const taken = due.find(({ callback: { status } }) => status.kind === 'taken' && status.by === me)
  if (taken !== undefined) {
    const kept = random.next() < 0.8
    const result = kept
      ? ({ kind: 'reached' } as const)
      : ({ kind: 'noAnswer', dueAt: now() + 10 * minute } as const)
    const note = kept ? 'Rappelé, réponse donnée.' : null
    return console.submit({ type: 'calls.closeCallback', sheet: taken.id, result, note })
  }
  const waiting = due.find(({ callback }) => callback.status.kind === 'waiting' && callback.dueAt < now())
  if (waiting === undefined) return null
  console.doing('appels', [`sheet:${waiting.id}`])
  return console.submit({ type: 'calls.takeCallback', sheet: waiting.id })
}

/** Calls come in a wave: few, then many within a quarter of an hour, then fewer and fewer. */
function rate({ activation }: Crisis, now: number): number {
  const minutes = (now - (activation.lineOpenedAt ?? now)) / minute
  return 0.25 + 0.75 * Math.exp(-(((minutes - 12) / 14) ** 2))
}

function nextCall({ console, random, now }: Desk, crisis: Crisis): Promise<unknown> {
  if (crisis.activation.lineOpenedAt === null || random.next() > rate(crisis, now())) return Promise.resolve()
  console.doing('appels')
  const isUrgent = openUrgents(crisis.calls).length === 0 && random.next() < 0.02
  if (isUrgent) return console.submit({ type: 'calls.raiseUrgent', commune: random.pick(communes) })
  const seconds = 40 + random.below(240)
  return console.submit(drawCall(random, { startedAt: now() - seconds * second, seconds, now: now() }))
}

const blank = {
  channel: 'phone',
  urgency: 'normal',
  callerStatus: null,
  redirectedTo: null,
  upward: null,
} as const

/** A call as the room writes it down, invented from the first word to the number. */
export function drawCall(
  random: Random,
  { startedAt, seconds, now }: Readonly<{ startedAt: number; seconds: number; now: number }>,
): LogCall {
  const conversation = random.pick(weighted)
  const { reason, outcome, urgency = 'normal', redirectedTo = null, fact } = conversation
  const commune = random.pick(communes)
  const isPromised = outcome === 'callbackPromised'
  const isKnown = isPromised || random.next() < 0.4
  const caller = isKnown
    ? { name: random.pick(callers), phone: fictionalMobile(5_000 + random.below(400)) }
    : null
  const upward = fact === undefined ? null : { fact, place: commune.name, seenAt: startedAt, firstHand: true }
  return {
    type: 'calls.log',
    content: { ...blank, startedAt, seconds, reason, commune, outcome, urgency, redirectedTo, upward },
    callback: isPromised ? { dueAt: now + (1 + random.below(12)) * minute } : null,
    linkedTo: null,
    urgent: null,
    personal: personalOf(conversation, caller),
  }
}

const weighted: readonly Conversation[] = conversations.flatMap((one) =>
  Array.from({ length: one.weight }, () => one),
)
