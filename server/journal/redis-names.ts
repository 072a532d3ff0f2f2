/**
 * Where a journal lies on Redis (the braces keep its keys in one cluster slot):
 *
 *     {ns}:journal    stream; the batch that ends with entry n has the id n-0 and the fields e (its entries, packed:
 *                     redis-packing.ts), c (its commands, each with "first-last" seq of what it made) and h (hash of
 *                     the last)
 *     {ns}:index      hash; of a command: that range; of a subject: its wrapped key; "noted": the last seq whose command
 *                     is there
 *     {ns}:meta       hash; fingerprint of the master key; of a follower: where it stands
 *     {ns}:announced  channel; what was appended, for the other nodes (redis-announcements.ts)
 *
 * What the index says of a command is never trimmed, because a console that was closed for a week must still be
 * recognised. It is bounded by the journal itself: some 90 bytes per command, beside the 600 or more that the stream
 * keeps for what the command made.
 */
export type Keys = Readonly<Record<'journal' | 'index' | 'meta' | 'announced', string>>

export function keysOf(namespace: string): Keys {
  const key = (name: string) => `{${namespace}}:${name}`
  return { journal: key('journal'), index: key('index'), meta: key('meta'), announced: key('announced') }
}

/** The field of the index that says where a command's entries are. */
export function commandField(command: string): string {
  return `c:${command}`
}

/** The field of the index that holds a subject's wrapped key. */
export function subjectField(subject: string): string {
  return `s:${subject}`
}

/** The field of the meta that says where a follower stands. */
export function positionField(follower: string): string {
  return `follower:${follower}`
}
