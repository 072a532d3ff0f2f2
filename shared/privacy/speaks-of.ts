import type { Envelope } from '#shared/command.ts'
import type { SubjectId } from '#shared/lib/id.ts'

/** Whether the subject is of its making: it was recorded, or nobody could have erased them. */
export function makes({ id, command }: Envelope, subject: SubjectId): boolean {
  switch (command.type) {
    case 'calls.log':
      return subject === (id as string)
    case 'roster.add':
    case 'roster.import':
      return subject.startsWith(`${id}.`)
    default:
      return false
  }
}

/** Whether it holds personal words that are sealed under this subject, which it makes or names. */
export function speaksOf(envelope: Envelope, subject: SubjectId): boolean {
  const { command } = envelope
  switch (command.type) {
    case 'calls.correct':
    case 'calls.closeCallback':
      return subject === command.sheet
    case 'roster.change':
      return subject === command.id
    case 'roster.import':
      return makes(envelope, subject) || command.members.some((line) => line.id === subject)
    default:
      return makes(envelope, subject)
  }
}
