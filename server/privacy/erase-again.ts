import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import type { Draft } from '#shared/journal/entry.ts'
import { CommandId, type SubjectId } from '#shared/lib/id.ts'
import { entryAt } from '#server/journal/entry-at.ts'
import { type Erased, readErased } from '#server/journal/erased-list.ts'
import type { Journal } from '#server/journal/port.ts'

type Asked = Pick<
  Journal,
  'read' | 'head' | 'append' | 'entriesOf' | 'forget' | 'positionOf' | 'keepPosition'
>

/** All that the list says of one subject and this journal does not know. */
type Owed = Readonly<{
  subject: SubjectId
  lines: readonly Erased[]
  /** The same on every node that owes the same, so that the journal takes it once. */
  command: CommandId
}>

/** Everybody reads it, in the language of the cell. */
const reason = 'effacement refait, le journal ayant été remis à un état antérieur'

/**
 * Does again the erasures of the list in `folder` that this journal does not know, because it was put back to an earlier
 * day: by `npm run restore`, by hand, or by Redis' own means. To be called before anything is read from it.
 *
 * 1. Each becomes an entry of the journal like any erasure, on the end that was seen: whatever was made of it here or on
 *    another node, running or not, forgets with it. Where another node was first it is asked again what is owed.
 * 2. The keys go, but for those made for a later entry: a subject that is spoken of again afterwards keeps its new one.
 * 3. It is noted that they are done. Killed before, it goes on from the entry that is there.
 *
 * Gives how many entries that took. Throws `JournalUnavailable`.
 */
export async function eraseAgain(journal: Asked, folder: string): Promise<number> {
  for (;;) {
    const owed = await owedBy(journal, readErased(folder))
    const recorded = await record(journal, owed)
    if (recorded === null) continue
    await finish(journal, owed)
    return recorded
  }
}

/** Null when another node has recorded meanwhile, maybe just this. */
async function record(journal: Asked, owed: readonly Owed[]): Promise<number | null> {
  const known = await Promise.all(owed.map(({ command }) => journal.entriesOf(command)))
  const fresh = owed.filter((_, n) => known[n]?.length === 0)
  const last = fresh.length === 0 ? null : await entryAt(journal, await journal.head())
  // Nothing to be said, or nothing was ever said in it, of nobody.
  if (last === null) return 0
  const drafts = fresh.map((one) => erasure(one, last.at))
  const { status } = await journal.append(drafts, last.seq)
  return status === 'appended' ? drafts.length : null
}

async function finish(journal: Asked, owed: readonly Owed[]): Promise<void> {
  const entries = await Promise.all(owed.map(({ command }) => journal.entriesOf(command)))
  const erasures = entries
    .flat()
    .flatMap(({ seq, event }) =>
      event.type === 'privacy.erased' ? [{ subject: event.subject, before: seq }] : [],
    )
  if (erasures.length > 0) await journal.forget(erasures)
  for (const line of owed.flatMap(({ lines }) => lines))
    await journal.keepPosition(noteOf(line), { seq: line.seq, hash: '' })
}

/** @param at of the entry before: no clock is believed yet, and a start judges its own by the last entry's */
function erasure({ subject, command }: Owed, at: number): Draft {
  const event = { type: 'privacy.erased', subject, reason } as const
  return { at, by: 'system', crisis: null, command, event }
}

async function owedBy(journal: Asked, listed: readonly Erased[]): Promise<readonly Owed[]> {
  const bySubject = new Map<SubjectId, Erased[]>()
  for (const line of listed) {
    if (await isOwed(journal, line))
      bySubject.set(line.subject, [...(bySubject.get(line.subject) ?? []), line])
  }
  return Array.from(bySubject, ([subject, lines]) => ({ subject, lines, command: commandOf(lines) }))
}

/** An erasure that is an entry of this journal is the follower's, which stands before it until it is done. */
async function isOwed(journal: Asked, erased: Erased): Promise<boolean> {
  const entry = await entryAt(journal, erased.seq)
  if (entry?.event.type === 'privacy.erased' && entry.event.subject === erased.subject) return false
  return (await journal.positionOf(noteOf(erased))) === null
}

function commandOf(lines: readonly Erased[]): CommandId {
  const said = lines.map(noteOf).toSorted().join(' ')
  const random = createHash('sha256').update(said).digest().subarray(0, 16)
  return CommandId.parse(v7({ msecs: 0, random }))
}

function noteOf({ seq, subject }: Erased): string {
  return `erased-again:${seq}:${subject}`
}
