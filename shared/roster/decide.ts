import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import { nthMemberId, type MemberId } from '#shared/lib/id.ts'
import { unreachable } from '#shared/lib/unreachable.ts'
import { mostMembers, type RosterCommand } from '#shared/roster/commands.ts'
import type { RosterEvent } from '#shared/roster/events.ts'
import type { ImportedMember } from '#shared/roster/member.ts'
import { foldedName, isSamePerson, joinMember, spokenName, splitMember } from '#shared/roster/select.ts'
import type { Member, MemberPersonal, Roster } from '#shared/roster/state.ts'

type Of<T extends RosterCommand['type']> = Extract<RosterCommand, { type: T }>

export function decideRoster(roster: Roster, command: RosterCommand, context: Context): Decision {
  switch (command.type) {
    case 'roster.import':
      return decideImport(roster, command, context)
    case 'roster.add':
      return decideAdd(roster, command, context)
    case 'roster.change': {
      const member = roster.members[command.id]
      if (member === undefined) return refuse('roster.unknown-member', { field: 'id' })
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
  const twin = findTwin(byName(roster), splitMember(member).personal)
  if (twin !== null) return refuse('roster.already-there', { field: 'member', detail: spokenName(twin) })
  return accept(additionOf(nthMemberId(context.id, 0), member))
}

/** The file was previewed against an earlier roster: what no longer fits refuses the whole, and it is read again. */
function decideImport(roster: Roster, command: Of<'roster.import'>, context: Context): Decision {
  const { members, remove } = command
  const named = [...members.flatMap(({ id }) => (id === null ? [] : [id])), ...remove]
  if (named.some((id) => roster.members[id] === undefined)) return refuse('roster.unknown-member')
  if (new Set(named).size < named.length) return refuse('roster.named-twice')
  const additions = members.filter(({ id }) => id === null).map(({ member }) => member)
  const size = Object.keys(roster.members).length - remove.length + additions.length
  if (size > mostMembers) return refuse('roster.too-many')
  const twin = findTwinAmong(roster, additions)
  if (twin !== null) return refuse('roster.already-there', { detail: spokenName(twin) })

  const added = additions.map((member, n) => additionOf(nthMemberId(context.id, n), member))
  const changed = members.flatMap(({ id, member }) => {
    const before = id === null ? undefined : roster.members[id]
    const change = id === null || before === undefined ? null : changeOf(id, before, member)
    return change === null ? [] : [change]
  })
  const removed = remove.map((member) => ({ type: 'roster.memberRemoved', member }) as const)
  const counts = { added: added.length, changed: changed.length, removed: removed.length }
  return accept({ type: 'roster.imported', ...counts }, ...removed, ...changed, ...added)
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

type ByName = ReadonlyMap<string, readonly MemberPersonal[]>

function byName(roster: Roster): ByName {
  const known = Object.values(roster.members).flatMap(({ personal }) => (personal === null ? [] : [personal]))
  return Map.groupBy(known, foldedName)
}

function findTwin(known: ByName, personal: MemberPersonal): MemberPersonal | null {
  return known.get(foldedName(personal))?.find((other) => isSamePerson(other, personal)) ?? null
}

/** Someone already in the pool, or twice in the same file: two desks importing one file must not double everybody. */
function findTwinAmong(roster: Roster, additions: readonly ImportedMember[]): MemberPersonal | null {
  const known = new Map(byName(roster))
  for (const addition of additions) {
    const { personal } = splitMember(addition)
    const twin = findTwin(known, personal)
    if (twin !== null) return twin
    const name = foldedName(personal)
    known.set(name, [...(known.get(name) ?? []), personal])
  }
  return null
}
