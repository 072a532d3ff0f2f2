import type { MemberId } from '#shared/lib/id.ts'
import type { ImportedMember } from '#shared/roster/member.ts'

/** What makes a member a private person: sealed in the journal under the member's own key, null once erased. */
export type MemberPersonal = Readonly<
  Pick<ImportedMember, 'lastName' | 'firstName' | 'phones' | 'email' | 'commune'>
>
export type PhoneKind = ImportedMember['phones'][number]['kind']

/** What everybody at a console may know of a member. */
export type MemberDetails = Readonly<
  Omit<ImportedMember, keyof MemberPersonal> & {
    /** One per phone, in the order in which they are dialled: what is known of the numbers by who may not see them. */
    phoneKinds: readonly PhoneKind[]
  }
>

export type Member = MemberDetails &
  Readonly<{
    /** When the numbers became what they are: a number found wrong before that says nothing of these. */
    phonesSince: number
    personal: MemberPersonal | null
  }>

/** Someone who has left the pool: the name alone, so that a running crisis can still say who was there. */
type FormerMember = Readonly<{
  id: MemberId
  leftAt: number
  personal: Readonly<Pick<MemberPersonal, 'lastName' | 'firstName'>> | null
}>

/** The pool (vivier) of people who may be called in. */
export type Roster = Readonly<{
  members: Readonly<Record<MemberId, Member>>
  /** The last ones to leave, oldest first; bounded. */
  former: readonly FormerMember[]
  lastImport: Readonly<{ at: number; added: number; changed: number; removed: number }> | null
}>

export const noRoster: Roster = { members: {}, former: [], lastImport: null }
