/** Putting an earlier journal back, in SQLite: what that brings back, and what was recorded since. */
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Position } from '#shared/journal/entry.ts'
import type { SubjectId } from '#shared/lib/id.ts'
import { syncToDisk } from '#server/lib/sync-to-disk.ts'
import { hold } from '#server/publicsite/hold.ts'
import { registerFiles } from '#server/register/files.ts'
import { copyJournal, settleLog } from './copy-journal.ts'
import type { Erased } from './erased-list.ts'
import { snapshotFile } from './snapshot.ts'
import { comingFile, isCutShort, journalFile } from './sqlite-schema.ts'
import { sqliteRows } from './stored-rows.ts'
import type { StoredEntry } from './stored.ts'

/** What the present journal holds and the backup does not. */
export type Since = Readonly<{
  entries: number
  /** When the first and the last of them were recorded (ms); null when there is none. */
  from: number | null
  to: number | null
  /** Titles of the messages whose text of the backup, withdrawn or corrected since, is in force again. */
  messages: readonly string[]
  erased: readonly Erased[]
  /** False: the present journal could not be read to its end, or is another one. */
  isWhole: boolean
}>

type Facts = Readonly<{
  type: string
  subject?: SubjectId | undefined
  message?: string | undefined
  title?: string | undefined
}>
type Body = Readonly<{ at: number; event: Facts }>

/** Reads the present journal as far as it can be read. `backup`: the last entry of the backup. */
export async function recordedSince(folder: string, backup: Position): Promise<Since> {
  const rows: Told[] = []
  let isWhole = true
  try {
    for await (const page of sqliteRows(folder)) rows.push(...page.map(toldBy))
  } catch (error) {
    if (!isDamage(error)) throw error
    isWhole = false
  }
  const isSame = backup.seq === 0 || rows.some(({ seq, hash }) => seq === backup.seq && hash === backup.hash)
  const since = rows.filter(({ seq }) => seq > backup.seq)
  return {
    entries: since.length,
    from: since[0]?.at ?? null,
    to: since.at(-1)?.at ?? null,
    messages: inForceAgain(rows, backup.seq),
    // An erasure holds whatever history it was made in.
    erased: rows.flatMap(({ seq, event: { type, subject } }) =>
      type === 'privacy.erased' && subject !== undefined ? [{ seq, subject }] : [],
    ),
    isWhole: isWhole && isSame,
  }
}

type Told = Readonly<Position & Body>

function toldBy({ seq, body, hash }: StoredEntry): Told {
  const { at, event } = JSON.parse(body) as Body
  // The rest of it is not needed, and may be much.
  const { type, subject, message, title } = event
  return { seq, hash: Buffer.from(hash).toString('hex'), at, event: { type, subject, message, title } }
}

function inForceAgain(rows: readonly Told[], backup: number): readonly string[] {
  const out = new Map<string, string>()
  const changed = new Set<string>()
  for (const { seq, event } of rows) {
    const { type, message = '', title = '' } = event
    if (type !== 'messages.published' && type !== 'messages.withdrawn') continue
    if (seq > backup) changed.add(message)
    else if (type === 'messages.published') out.set(message, title)
    else out.delete(message)
  }
  return Array.from(out).flatMap(([message, title]) => (changed.has(message) ? [title] : []))
}

/** What SQLite or this program cannot read. */
function isDamage(error: unknown): boolean {
  return error instanceof SyntaxError || (error instanceof Error && 'errcode' in error)
}

/**
 * Copies the backup beside the present journal, which is not touched. On disk when this returns. What is brought may be a folder
 * that was put aside, or copied by hand: the end of its journal may stand in its log.
 */
export function bringBeside(backup: string, folder: string): void {
  const file = comingFile(folder)
  copyJournal(journalFile(backup), file)
  syncToDisk(file)
}

const asideName = 'avant-restauration-'

/**
 * Where the present journal is to go: a folder of its own, or the one that a restore which was cut short had begun to
 * fill: a journal without its WAL lacks its end. To be asked before anything is brought beside.
 */
export function asideFolder(folder: string, now: number): string {
  const begun = isCutShort(folder) ? readdirSync(folder).filter((name) => name.startsWith(asideName)) : []
  return join(folder, begun.toSorted().at(-1) ?? `${asideName}${now}`)
}

/**
 * Puts what was brought beside in the present journal's place; that, and what was derived from it, goes into `aside`:
 * nothing is thrown away. On disk when this returns.
 *
 * 1. The journal's file is made whole, and goes: from here on no server starts.
 * 2. The public page is held: nothing of the earlier journal comes out. Where it cannot be, the journal comes back.
 * 3. All else goes, and what was brought beside takes the journal's name.
 */
export function exchange(folder: string, aside: string): void {
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  const file = journalFile(folder)
  const isThere = existsSync(file)
  if (isThere) settleLog(file)
  putAside(file, aside)
  try {
    hold(join(folder, 'public'))
  } catch (error) {
    if (isThere) renameSync(join(aside, basename(file)), file)
    throw error
  }
  const derived = [...registerFiles(folder), snapshotFile(folder)]
  for (const other of [`${file}-wal`, `${file}-shm`, ...derived]) putAside(other, aside)
  renameSync(comingFile(folder), file)
  for (const path of [aside, folder]) syncToDisk(path)
}

function putAside(file: string, aside: string): void {
  if (existsSync(file)) renameSync(file, join(aside, basename(file)))
}
