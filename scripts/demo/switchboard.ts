import { isMissed, type CallOutcome } from '#shared/callin/outcomes.ts'
import { heldBy, isPresent } from '#shared/callin/select.ts'
import type { Crisis } from '#shared/state.ts'
import type { Desk } from './actor.ts'

/** In ten calls at night: who says what (domain.md 4). `later` asks for a time and is left to visitors. */
const said: readonly Exclude<CallOutcome, 'later'>[] = [
  'coming30', 'coming30', 'coming60', 'coming60', 'coming120', 'relief', 'unavailable', 'voicemail', 'noAnswer', 'voicemail',
] // prettier-ignore

/** Beyond the posts: what a night's relief and a break need. */
const spare = 4

/** Calls members one after the other until the posts are covered. */
export function callIn({ console, random }: Desk, crisis: Crisis): Promise<unknown> {
  const member = heldBy(crisis.callin, console.you.person)
  if (member !== null) {
    const outcome = random.pick(said)
    const isCovered = countExpected(crisis) + (isMissed(outcome) ? 0 : 1) >= crisis.activation.posts + spare
    return console.submit({ type: 'callin.log', member, phone: 0, result: { outcome }, next: !isCovered })
  }
  if (countExpected(crisis) >= crisis.activation.posts + spare) return Promise.resolve()
  console.doing('rappel')
  return console.submit({ type: 'callin.takeNext' })
}

/** On site or on the way. */
export function countExpected({ callin }: Crisis): number {
  return Object.values(callin.members).filter(({ stand }) => stand.is === 'coming' || isPresent(stand)).length
}
