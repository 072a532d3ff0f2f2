import type { Envelope } from '#shared/command.ts'
import type { SubjectId } from '#shared/lib/id.ts'
import { nthMemberId } from '#shared/lib/nth-member-id.ts'

/** Whether it holds personal words that are sealed under this subject, which it makes or names. */
export function speaksOf({ id, command }: Envelope, subject: SubjectId): boolean {
  switch (command.type) {
    case 'calls.log':
      return subject === (id as string)
    case 'calls.correct':
    case 'calls.closeCallback':
      return subject === command.sheet
    case 'roster.add':
      return subject === nthMemberId(id, 0)
    case 'roster.change':
      return subject === command.id
    case 'roster.import':
      return subject.startsWith(`${id}.`) || command.members.some((line) => line.id === subject)
    default:
      return false
  }
}
