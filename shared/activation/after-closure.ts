import type { CommandType } from '#shared/command.ts'

/**
 * What may still be said once a crisis is closed: the logbook stays open for what was forgotten, sheets written on paper
 * are still typed in, promised call-backs are kept, what the public goes on reading is corrected or withdrawn, and
 * whoever is on site still goes home.
 */
export const afterClosure: ReadonlySet<CommandType> = new Set<CommandType>([
  'callin.leave',
  'journal.note',
  'journal.strike',
  'calls.log',
  'calls.correct',
  'calls.link',
  'calls.takeCallback',
  'calls.releaseCallback',
  'calls.closeCallback',
  'calls.acknowledgeUrgent',
  'calls.closeUrgent',
  'messages.correct',
  'messages.edit',
  'messages.submit',
  'messages.approve',
  'messages.sendBack',
  'messages.publish',
  'messages.withdraw',
  'messages.discard',
])
