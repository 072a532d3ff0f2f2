import type { Draft } from '#shared/journal/entry.ts'
import { CommandId, PersonId, SheetId, UrgentId } from '#shared/lib/id.ts'

/** Monday 1 June 2026, 08:00 UTC, 10:00 in Paris: when the tests begin. */
export const t0 = 1_780_300_800_000

/** The nth UUID v7 of the tests: the same in every run. */
function uuid(n: number): string {
  return `01977f00-${hex(n >>> 16, 4)}-7${hex(n & 0xfff, 3)}-8000-${hex(n, 12)}`
}

function hex(n: number, digits: number): string {
  return n.toString(16).padStart(digits, '0').slice(-digits)
}

export function commandId(n: number): CommandId {
  return CommandId.parse(uuid(n))
}

export function personId(n: number): PersonId {
  return PersonId.parse(uuid(0x1000_0000 + n))
}

/** The sheet that command `n` logs. */
export function sheetId(n: number): SheetId {
  return SheetId.parse(uuid(n))
}

/** The emergency that command `n` raises. */
export function urgentId(n: number): UrgentId {
  return UrgentId.parse(uuid(n))
}

/** What command `n` makes: a line of the logbook. */
export function noted(n: number, text = `ligne ${n}`): Draft {
  const event = { type: 'journal.noted', text, happenedAt: null } as const
  return { at: t0 + n, by: 'system', crisis: null, command: commandId(n), event }
}

/** What command `n` makes: something sealed under the key of person `subject`. */
export function sealed(n: number, subject: number, verifier = `secret ${n}`): Draft {
  const account = personId(subject)
  const event = { type: 'access.passwordSet', account, subject: account, personal: { verifier } } as const
  return { at: t0 + n, by: account, crisis: null, command: commandId(n), event }
}
