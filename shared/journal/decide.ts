import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import type { JournalCommand } from '#shared/journal/commands.ts'
import { clockTolerance } from '#shared/lib/time.ts'

import type { Crisis } from '#shared/state.ts'

export function decideJournal(_: Crisis, command: JournalCommand, context: Context): Decision {
  if (command.type === 'journal.strike') {
    if (command.line > context.head) return refuse('journal.unknown-line', { field: 'line' })
    return accept({ type: 'journal.struck', line: command.line, reason: command.reason })
  }
  const { text, happenedAt } = command
  if (happenedAt !== null && happenedAt > context.at + clockTolerance) {
    return refuse('journal.in-future', { field: 'happenedAt' })
  }
  return accept({ type: 'journal.noted', text, happenedAt })
}
