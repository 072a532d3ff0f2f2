import type { MemberId } from '#shared/lib/id.ts'
import type { MemberDetails, MemberPersonal } from '#shared/roster/state.ts'

type MemberAdded = Readonly<{
  type: 'roster.memberAdded'
  member: MemberId
  details: MemberDetails
  subject: MemberId
  personal: MemberPersonal | null
}>
type MemberChanged = Readonly<{
  type: 'roster.memberChanged'
  member: MemberId
  details: MemberDetails
  /** Said here because who may not see the numbers could not tell. */
  phonesChanged: boolean
  subject: MemberId
  personal: MemberPersonal | null
}>
type MemberRemoved = Readonly<{ type: 'roster.memberRemoved'; member: MemberId }>
/** A file was confirmed; what it changed follows, one fact per member, in the same batch. */
type Imported = Readonly<{ type: 'roster.imported'; added: number; changed: number; removed: number }>

export type RosterEvent = MemberAdded | MemberChanged | MemberRemoved | Imported
