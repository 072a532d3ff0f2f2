import type { Envelope } from '#shared/command.ts'

/** The same command without what it says of whoever it concerns; unchanged where it says nothing. */
export function withoutWords(envelope: Envelope): Envelope {
  const { command } = envelope
  switch (command.type) {
    case 'calls.log':
    case 'calls.correct':
      return { ...envelope, command: { ...command, personal: null } } as Envelope
    case 'calls.closeCallback':
      return { ...envelope, command: { ...command, note: null } } as Envelope
    case 'roster.change':
      return { ...envelope, command: { ...command, member: null } } as unknown as Envelope
    // A file is read again, without whoever is gone from it.
    case 'roster.import':
      return { ...envelope, command: { ...command, members: [] } } as Envelope
    default:
      return envelope
  }
}
