import { z } from 'zod'
import { AccessCommand, deputyCommands } from '#shared/access/commands.ts'
import { activationCommands, OpenCrisis } from '#shared/activation/commands.ts'
import { callinCommands } from '#shared/callin/commands.ts'
import { callsCommands } from '#shared/calls/commands.ts'
import { checklistsCommands, SaveChecklist } from '#shared/checklists/commands.ts'
import { journalCommands } from '#shared/journal/commands.ts'
import { ClockCommand } from '#shared/clock/commands.ts'
import { CommandId, CrisisId } from '#shared/lib/id.ts'
import { messagesCommands, TemplatesCommand } from '#shared/messages/commands.ts'
import { EraseSubject } from '#shared/privacy/commands.ts'
import { RosterCommand } from '#shared/roster/commands.ts'
import { talkingPointsCommands } from '#shared/talkingpoints/commands.ts'

/** Intentions on standing data: they belong to no crisis. */
export const StandingCommand = z.discriminatedUnion('type', [
  AccessCommand,
  OpenCrisis,
  SaveChecklist,
  ClockCommand,
  TemplatesCommand,
  EraseSubject,
  RosterCommand,
])
export type StandingCommand = Readonly<z.infer<typeof StandingCommand>>

/** Intentions inside a crisis. */
export const CrisisCommand = z.discriminatedUnion('type', [
  ...deputyCommands,
  ...activationCommands,
  ...callinCommands,
  ...callsCommands,
  ...checklistsCommands,
  ...journalCommands,
  ...messagesCommands,
  ...talkingPointsCommands,
])
export type CrisisCommand = Readonly<z.infer<typeof CrisisCommand>>

export type Command = StandingCommand | CrisisCommand
export type CommandType = Command['type']

const InCrisis = z.object({ id: CommandId, crisis: CrisisId, command: CrisisCommand })
const OnStanding = z.object({ id: CommandId, crisis: z.null(), command: StandingCommand })

/** What a console submits: an intention under an id of its own, so that repeating it changes nothing. */
export type Envelope = Readonly<z.infer<typeof InCrisis>> | Readonly<z.infer<typeof OnStanding>>

export type ParsedEnvelope = Readonly<{ ok: true; envelope: Envelope }> | ParsingFault
type ParsingFault = Readonly<{ ok: false; field: string; reason: string }>

/** Parses what came from outside. The failing field's dotted path is given, never its value. */
export function parseEnvelope(input: unknown): ParsedEnvelope {
  // The union is decided by hand: zod would report both branches' failures and the author could not tell which counts.
  const schema = isOnStanding(input) ? OnStanding : InCrisis
  const parsed = schema.safeParse(input)
  if (parsed.success) return { ok: true, envelope: parsed.data }
  const [issue] = parsed.error.issues
  return faultOf(issue, issue?.path.filter((step, n) => n > 0 || step !== 'command') ?? [])
}

/** `path`: where in the command the first issue is. */
export function faultOf(
  issue: Readonly<{ message: string }> | undefined,
  path: readonly PropertyKey[],
): ParsingFault {
  return { ok: false, field: path.map(String).join('.'), reason: issue?.message ?? '' }
}

function isOnStanding(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'crisis' in input && input.crisis === null
}
