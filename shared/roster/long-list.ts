export type LongList = Readonly<{ command: Readonly<{ members: readonly unknown[] }> }>

/** Parsed, compared and written down in a moment. */
const fewLines = 200

/**
 * Whether an envelope, parsed or as it came, holds a list of members that is too long to be dealt with in one go while
 * others wait.
 */
export function isLongList(envelope: unknown): envelope is LongList {
  const command =
    typeof envelope === 'object' && envelope !== null && 'command' in envelope ? envelope.command : null
  if (typeof command !== 'object' || command === null) return false
  const isImport = 'type' in command && command.type === 'roster.import' && 'members' in command
  return isImport && Array.isArray(command.members) && command.members.length > fewLines
}
