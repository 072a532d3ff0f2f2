import type { CommandId, MemberId } from '#shared/lib/id.ts'

/** The id of the nth member made by one command that makes several. */
export function nthMemberId(command: CommandId, n: number): MemberId {
  // By its form a `MemberId`; its parser would come into every console's first load.
  return `${command}.${n}` as MemberId
}
