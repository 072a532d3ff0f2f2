import { createHmac, hkdfSync, type KeyObject } from 'node:crypto'
import { v7 } from 'uuid'
import type { Draft } from '#shared/journal/entry.ts'
import { CommandId, type SubjectId } from '#shared/lib/id.ts'
import { entryAt } from '#server/journal/entry-at.ts'
import { type Erased, erasuresIn, readErased } from '#server/journal/erased-list.ts'
import type { Journal } from '#server/journal/port.ts'

type Asked = Pick<
  Journal,
  'read' | 'head' | 'append' | 'entriesOf' | 'forget' | 'positionOf' | 'keepPosition'
>

/** All that the list says of one subject and this journal does not know. */
type Owed = Readonly<{ subject: SubjectId; lines: readonly Erased[] }>

/** Where a line is done again, `seq`, or, null, the id under which it may be. */
type Place = Readonly<{ line: Erased; command: CommandId; seq: number | null }>

type Parts = Readonly<{ journal: Asked; folder: string; masterKey: KeyObject }>

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
export async function eraseAgain({ journal, folder, masterKey }: Parts): Promise<number> {
  const ids = new Ids(masterKey)
  for (;;) {
    const owed = await owedBy(journal, readErased(folder))
    const recorded = await record(journal, ids, owed)
    if (recorded === null) continue
    await finish(journal, ids, owed)
    return recorded
  }
}

/** Null when another node has recorded meanwhile, maybe just this. */
async function record(journal: Asked, ids: Ids, owed: readonly Owed[]): Promise<number | null> {
  const places = await Promise.all(owed.map((one) => placesOf(journal, ids, one)))
  const fresh = places.filter((of) => of.every(({ seq }) => seq === null)).flatMap(([first]) => first ?? [])
  const last = fresh.length === 0 ? null : await entryAt(journal, await journal.head())
  // Nothing to be said, or nothing was ever said in it, of nobody.
  if (last === null) return 0
  const drafts = fresh.map((one) => erasure(one, last.at))
  const { status } = await journal.append(drafts, last.seq)
  return status === 'appended' ? drafts.length : null
}

/** What has no entry stays owed. */
async function finish(journal: Asked, ids: Ids, owed: readonly Owed[]): Promise<void> {
  const places = await Promise.all(owed.map((one) => placesOf(journal, ids, one)))
  const erasures = places
    .flat()
    .flatMap(({ line, seq }) => (seq === null ? [] : [{ subject: line.subject, before: seq }]))
  if (erasures.length > 0) await journal.forget(erasures)
  const done = new Set(erasures.map(({ subject }) => subject))
  for (const line of owed.flatMap(({ lines }) => lines))
    if (done.has(line.subject)) await journal.keepPosition(noteOf(line), { seq: line.seq, hash: '' })
}

/** @param at of the entry before: no clock is believed yet, and a start judges its own by the last entry's */
function erasure({ line, command }: Place, at: number): Draft {
  const event = { type: 'privacy.erased', subject: line.subject, reason } as const
  return { at, by: 'system', crisis: null, command, event }
}

async function owedBy(journal: Asked, listed: readonly Erased[]): Promise<readonly Owed[]> {
  const bySubject = new Map<SubjectId, Erased[]>()
  for (const line of listed.toSorted((one, other) => one.seq - other.seq)) {
    if (await isOwed(journal, line))
      bySubject.set(line.subject, [...(bySubject.get(line.subject) ?? []), line])
  }
  return Array.from(bySubject, ([subject, lines]) => ({ subject, lines }))
}

function placesOf(journal: Asked, ids: Ids, { lines }: Owed): Promise<readonly Place[]> {
  return Promise.all(lines.map((line) => placeOf(journal, ids, line)))
}

/** An id that was told in a history that is gone may be taken by anything since: the next is asked. */
async function placeOf(journal: Asked, ids: Ids, line: Erased): Promise<Place> {
  for (let turn = 0; ; turn += 1) {
    const command = ids.of(line, turn)
    const entries = await journal.entriesOf(command)
    if (entries.length === 0) return { line, command, seq: null }
    const done = erasuresIn(entries).find(({ subject }) => subject === line.subject)
    if (done !== undefined) return { line, command, seq: done.seq }
  }
}

/** An erasure that is an entry of this journal is the follower's, which stands before it until it is done. */
async function isOwed(journal: Asked, erased: Erased): Promise<boolean> {
  const entry = await entryAt(journal, erased.seq)
  if (entry?.event.type === 'privacy.erased' && entry.event.subject === erased.subject) return false
  return (await journal.positionOf(noteOf(erased))) === null
}

/**
 * The ids under which a line of the list is done again: the same on every node, so that the journal takes it once, and known to
 * nobody beforehand, since whoever submits anything under such an id would have it pass for the erasure.
 */
class Ids {
  readonly #key: Buffer

  constructor(masterKey: KeyObject) {
    this.#key = Buffer.from(hkdfSync('sha256', masterKey, '', 'cip erasure done again', 32))
  }

  of(line: Erased, turn: number): CommandId {
    const random = createHmac('sha256', this.#key)
      .update(`${noteOf(line)} ${turn}`)
      .digest()
      .subarray(0, 16)
    return CommandId.parse(v7({ msecs: 0, random }))
  }
}

function noteOf({ seq, subject }: Erased): string {
  return `erased-again:${seq}:${subject}`
}
