import type { Called } from '#shared/callin/state.ts'
import { freePost } from '#shared/callin/select.ts'
import { openUrgents } from '#shared/calls/select.ts'
import { openCriticalSteps } from '#shared/checklists/select.ts'
import type { MemberId } from '#shared/lib/id.ts'
import { second } from '#shared/lib/time.ts'
import type { Crisis } from '#shared/state.ts'
import type { Desk } from './actor.ts'

/** In the demonstration half an hour's road takes less than a minute: a newcomer must see the room fill. */
const roadTakes = { coming30: 25 * second, coming60: 60 * second, coming120: 150 * second }
/** A lead needs a few seconds to see and to come over. */
const notices = 7 * second

/** The room lead: acknowledges emergencies first, then seats people, lets others in, ticks steps, opens the line. */
export function leadRoom(desk: Desk, crisis: Crisis): Promise<unknown> {
  return (
    acknowledge(desk, crisis) ?? seat(desk, crisis) ?? letIn(desk, crisis) ?? prepare(desk, crisis) ?? nothing
  )
}

const nothing = Promise.resolve()

function acknowledge({ console, now }: Desk, { calls }: Crisis): Promise<unknown> | null {
  const waiting = openUrgents(calls).find(
    ({ acknowledged, raisedAt }) => acknowledged === null && raisedAt + notices < now(),
  )
  if (waiting === undefined) return null
  console.doing('appels')
  return console.submit({ type: 'calls.acknowledgeUrgent', urgent: waiting.id })
}

function letIn({ console, now }: Desk, crisis: Crisis): Promise<unknown> | null {
  const member = find(
    crisis,
    ({ stand }) => stand.is === 'coming' && stand.saidAt + roadTakes[stand.announced] < now(),
  )
  return member === null ? null : console.submit({ type: 'callin.arrive', member })
}

function seat({ console }: Desk, crisis: Crisis): Promise<unknown> | null {
  const post = freePost(crisis.callin, crisis.activation.posts)
  const member = find(crisis, ({ stand }) => stand.is === 'arrived')
  if (post === null || member === null) return null
  return console.submit({ type: 'callin.seat', member, post })
}

function prepare(desk: Desk, crisis: Crisis): Promise<unknown> | null {
  const { console } = desk
  const { activation, checklists } = crisis
  if (activation.lineOpenedAt !== null) return tickNext(desk, crisis)
  const [step] = openCriticalSteps(checklists)
  if (step !== undefined) return console.submit({ type: 'checklists.tick', step: step.id })
  return console.submit({ type: 'activation.openLine', override: null })
}

/** The rest of the lead's own list, a step now and then. */
function tickNext(
  { console, random }: Desk,
  { checklists: { lists, ticks } }: Crisis,
): Promise<unknown> | null {
  const step = lists.roomLead?.find(({ id }) => ticks[id] === undefined)
  if (step === undefined || random.next() > 0.08) return null
  return console.submit({ type: 'checklists.tick', step: step.id })
}

function find({ callin }: Crisis, is: (called: Called) => boolean): MemberId | null {
  const found = Object.entries(callin.members).find(([, called]) => is(called))
  return found === undefined ? null : (found[0] as MemberId)
}
