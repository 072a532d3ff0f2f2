import { faultOf, parseEnvelope, type ParsedEnvelope } from '#shared/command.ts'
import { ImportedLines, mostMembers } from '#shared/roster/commands.ts'
import type { LongList } from '#shared/roster/long-list.ts'

/*
 * A list of 5,000 members takes a tenth of a second and more to be parsed, in which nobody else would be heard. Who parses
 * one takes its steps with others in between; the outcome is that of `parseEnvelope`.
 */

/** Lines parsed in one step, a millisecond or two. */
const linesAtOnce = 50

export function* parsingSteps(input: LongList): Generator<void, ParsedEnvelope> {
  const { members } = input.command
  const around = parseEnvelope({ ...input, command: { ...input.command, members: [] } })
  if (!around.ok) return around
  const { command } = around.envelope
  if (command.type !== 'roster.import' || members.length > mostMembers) return faultOf(undefined, ['members'])
  for (let from = 0; from < members.length; from += linesAtOnce) {
    const lines = ImportedLines.safeParse(members.slice(from, from + linesAtOnce))
    if (!lines.success) return faultInLines(lines.error.issues[0], from)
    command.members.push(...lines.data)
    yield
  }
  return around
}

type Issue = Readonly<{ message: string; path: readonly PropertyKey[] }>

function faultInLines(issue: Issue | undefined, from: number): ParsedEnvelope {
  const [line, ...field] = issue?.path ?? []
  return faultOf(issue, ['members', from + Number(line), ...field])
}
