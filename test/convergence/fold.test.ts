import {
  array,
  assert,
  constantFrom,
  integer,
  property,
  record,
  uint8Array,
  anything,
  jsonValue,
} from 'fast-check'
import { expect, test } from 'vitest'
import { permissions } from '#shared/access/permissions.ts'
import { roles, type ActorRole } from '#shared/access/roles.ts'
import { parseEnvelope, type Command, type Envelope } from '#shared/command.ts'
import { isCrisisCommand } from '#shared/command-scope.ts'
import { decide } from '#shared/decide.ts'
import { evolveAll } from '#shared/evolve.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import { CrisisId, PersonId } from '#shared/lib/id.ts'
import { minute } from '#shared/lib/time.ts'
import { initialState, type State } from '#shared/state.ts'
import { HelloSchema } from '#shared/sync/hello.ts'
import { anyCommand, variants } from '../support/any-command.ts'
import { commandId, t0 } from '../support/drafts.ts'
import { floodOrder } from '../support/flood-order.ts'
import { installation } from '../support/installation.ts'
import { member } from '../support/members.ts'

const everyRole: readonly ActorRole[] = [...roles, 'system']
const crisis = CrisisId.parse(commandId(1))

/** What every play begins with, so that the rest has something to speak of. */
const prologue: readonly Command[] = [
  floodOrder({ receivedAt: t0 - minute }),
  { type: 'roster.import', members: [1, 2, 3].map((n) => ({ id: null, member: member(n) })), remove: [] },
]

const deed = record({
  command: anyCommand,
  by: integer({ min: 3, max: 6 }),
  pause: constantFrom(0, 1_000, minute),
})
type Deed = ReturnType<(typeof deed)['generate']>['value']

/** Plays commands through the edge, the rules and the reducer. Throws where any of them does. */
function play(deeds: readonly Deed[]): Readonly<{ entries: readonly LiveEntry[]; state: State }> {
  const entries: LiveEntry[] = []
  let state: State = initialState
  let at = t0
  const all = [...prologue.map((command) => ({ command, by: 3, pause: 0 })), ...deeds]
  for (const [n, { command, by: person, pause }] of all.entries()) {
    at += pause
    const id = commandId(n + 1)
    const by = PersonId.parse(commandId(person))
    const envelope = parse({ id, crisis: isCrisisCommand(command) ? crisis : null, command })
    const { standing, seq: head } = state
    const decision = decide(state, envelope, {
      id,
      at,
      by,
      roles: everyRole,
      standing,
      head,
      record: null,
      isSubjectKnown: true,
      installation,
    })
    if (!decision.accepted) continue
    const place = { at, by, crisis: decision.crisis ?? envelope.crisis, command: id }
    const made = decision.events.map((event, nth) => ({ ...place, seq: head + 1 + nth, event }))
    entries.push(...made)
    state = evolveAll(state, made)
  }
  return { entries, state }
}

function parse(input: unknown): Envelope {
  const parsed = parseEnvelope(JSON.parse(JSON.stringify(input)))
  if (!parsed.ok) throw new Error(`${parsed.field}: ${parsed.reason}`)
  return parsed.envelope
}

test('[N8] the commands drawn at random are all there are', () => {
  expect(variants.map(({ type }) => type).sort()).toEqual(Object.keys(permissions).sort())
})

test('[N8] whatever is asked in whatever order, deciding and folding never throw', () => {
  assert(
    property(array(deed, { maxLength: 40, size: 'max' }), (deeds) => {
      play(deeds)
    }),
    { numRuns: 300 },
  )
})

test('[N9] folding a journal in two parts, through a stored snapshot, gives what folding it whole does', () => {
  assert(
    property(array(deed, { maxLength: 30, size: 'max' }), integer({ min: 0, max: 100 }), (deeds, percent) => {
      const { entries, state } = play(deeds)
      const cut = Math.floor((entries.length * percent) / 100)
      const stored = JSON.parse(JSON.stringify(evolveAll(initialState, entries.slice(0, cut)))) as State
      expect(evolveAll(stored, entries.slice(cut))).toEqual(state)
    }),
    { numRuns: 100 },
  )
})

test('[N10] whatever is said instead of a command, the parser answers with a field and never throws', () => {
  const wrapped = record({ id: anything(), crisis: anything(), command: anything() })
  for (const input of [anything(), jsonValue(), wrapped, uint8Array()]) {
    assert(
      property(input, (said) => {
        parseEnvelope(said)
        HelloSchema.safeParse(said)
      }),
    )
  }
})
