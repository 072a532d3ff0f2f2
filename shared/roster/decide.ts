import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import { atOnce } from '#shared/lib/at-once.ts'
import type { MemberId } from '#shared/lib/id.ts'
import { nthMemberId } from '#shared/lib/nth-member-id.ts'
import { unreachable } from '#shared/lib/unreachable.ts'
import { mostMembers, type RosterCommand } from '#shared/roster/commands.ts'
import type { RosterEvent } from '#shared/roster/events.ts'
import type { ImportedMember } from '#shared/roster/member.ts'
import { isErasedMember, joinMember, signsOf, spokenName, splitMember } from '#shared/roster/select.ts'
import type { Member, MemberPersonal, Roster } from '#shared/roster/state.ts'

type Of<T extends RosterCommand['type']> = Extract<RosterCommand, { type: T }>

export function decideRoster(roster: Roster, command: RosterCommand, context: Context): Decision {
  switch (command.type) {
    case 'roster.import':
      return atOnce(importSteps(roster, command, context))
    case 'roster.add':
      return decideAdd(roster, command, context)
    case 'roster.change': {
      const member = roster.members[command.id]
      if (member === undefined) return refuse('roster.unknown-member', { field: 'id' })
      if (isErasedMember(member)) return refuse('roster.erased', { field: 'id' })
      const changed = changeOf(command.id, member, command.member)
      return changed === null ? accept() : accept(changed)
    }
    case 'roster.remove':
      if (roster.members[command.id] === undefined) return refuse('roster.unknown-member', { field: 'id' })
      return accept({ type: 'roster.memberRemoved', member: command.id })
    default:
      return unreachable(command)
  }
}

function decideAdd(roster: Roster, { member }: Of<'roster.add'>, context: Context): Decision {
  if (Object.keys(roster.members).length >= mostMembers) return refuse('roster.too-many')
  const twin = findTwin(atOnce(knownSteps(roster)), signsOf(member))
  if (twin !== null) return refuse('roster.already-there', { field: 'member', detail: spokenName(twin) })
  return accept(additionOf(nthMemberId(context.id, 0), member))
}

/**
 * The file was previewed against an earlier roster: what no longer fits refuses the whole, and it is read again. In steps: a
 * list may be long.
 */
export function* importSteps(
  roster: Roster,
  command: Of<'roster.import'>,
  context: Pick<Context, 'id'>,
): Generator<void, Decision> {
  const { members, remove } = command
  const named = [...members.flatMap(({ id }) => (id === null ? [] : [id])), ...remove]
  if (named.some((id) => roster.members[id] === undefined)) return refuse('roster.unknown-member')
  if (new Set(named).size < named.length) return refuse('roster.named-twice')
  if (members.some(({ id }) => id !== null && isErasedMember(roster.members[id])))
    return refuse('roster.erased')
  const additions = members.filter(({ id }) => id === null).map(({ member }) => member)
  const size = Object.keys(roster.members).length - remove.length + additions.length
  if (size > mostMembers) return refuse('roster.too-many')
  const twin = yield* twinSteps(yield* knownSteps(roster), additions)
  if (twin !== null) return refuse('roster.already-there', { detail: spokenName(twin) })

  const added = additions.map((member, n) => additionOf(nthMemberId(context.id, n), member))
  const changed = yield* changeSteps(roster, members)
  const removed = remove.map((member) => ({ type: 'roster.memberRemoved', member }) as const)
  const counts = { added: added.length, changed: changed.length, removed: removed.length }
  return accept({ type: 'roster.imported', ...counts }, ...removed, ...changed, ...added)
}

function* changeSteps(
  roster: Roster,
  members: Of<'roster.import'>['members'],
): Generator<void, readonly RosterEvent[]> {
  const changed: RosterEvent[] = []
  for (const { id, member } of members) {
    const before = id === null ? undefined : roster.members[id]
    const change = id === null || before === undefined ? null : changeOf(id, before, member)
    if (change !== null) changed.push(change)
    yield
  }
  return changed
}

function additionOf(id: MemberId, member: ImportedMember): RosterEvent {
  return { type: 'roster.memberAdded', member: id, subject: id, ...splitMember(member) }
}

/** Null when the member is already so. */
function changeOf(id: MemberId, before: Member, member: ImportedMember): RosterEvent | null {
  const present = joinMember(before)
  const phonesChanged = present === null || phonesOf(present) !== phonesOf(member)
  if (!phonesChanged && wordsOf(present) === wordsOf(member)) return null
  return { type: 'roster.memberChanged', member: id, phonesChanged, subject: id, ...splitMember(member) }
}

// Two equal members may have been parsed by different schemas: the order of their keys says nothing.
function wordsOf({ phones: _, ...member }: ImportedMember): string {
  return JSON.stringify(member, Object.keys(member).toSorted())
}

function phonesOf({ phones }: ImportedMember): string {
  return JSON.stringify(phones.map(({ kind, e164 }) => [kind, e164]))
}

type Named = Pick<MemberPersonal, 'lastName' | 'firstName'>

/** Who is known under a name with a number. */
type Known = Map<string, Named>

function* knownSteps(roster: Roster): Generator<void, Known> {
  const known: Known = new Map()
  for (const { personal } of Object.values(roster.members)) {
    if (personal !== null) for (const sign of signsOf(personal)) known.set(sign, personal)
    yield
  }
  return known
}

function findTwin(known: Known, signs: readonly string[]): Named | null {
  const sign = signs.find((one) => known.has(one))
  return sign === undefined ? null : (known.get(sign) ?? null)
}

/** Someone already in the pool, or twice in the same file: two desks importing one file must not double everybody. */
function* twinSteps(known: Known, additions: readonly ImportedMember[]): Generator<void, Named | null> {
  for (const addition of additions) {
    const signs = signsOf(addition)
    const twin = findTwin(known, signs)
    if (twin !== null) return twin
    for (const sign of signs) known.set(sign, addition)
    yield
  }
  return null
}
