/**
 * Who was erased, beside the journal and in each backup: a journal put back to an earlier day holds keys that were destroyed
 * since. One line each, `seq subject`: the erasure's entry, and whose key. The ids alone tell nothing of anybody.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '#shared/journal/entry.ts'
import type { SubjectId } from '#shared/lib/id.ts'
import { syncToDisk } from '#server/lib/sync-to-disk.ts'

export type Erased = Readonly<{ seq: number; subject: SubjectId }>

export function erasuresIn(entries: readonly Entry[]): readonly Erased[] {
  return entries.flatMap(({ seq, event }) =>
    event.type === 'privacy.erased' ? [{ seq, subject: event.subject }] : [],
  )
}

function erasedFile(folder: string): string {
  return join(folder, 'erased.txt')
}

/** On disk when this returns. What is there already is not written again. */
export function noteErased(folder: string, erased: readonly Erased[]): void {
  if (erased.length === 0) return
  const known = new Set(readErased(folder).map(lineOf))
  const fresh = [...new Set(erased.map(lineOf))].filter((line) => !known.has(line))
  if (fresh.length === 0) return
  // A line that a full disk cut short must neither swallow the next nor pass for a whole one.
  const text = `${isCutShort(folder) ? '…\n' : ''}${fresh.map((line) => `${line}\n`).join('')}`
  const file = openSync(erasedFile(folder), 'a', 0o600)
  try {
    // Unlike one write, it writes all of it or throws.
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  syncToDisk(folder)
}

/** Empty where there is no list; a line cut short is left out, and its erasure is done again by the server. */
export function readErased(folder: string): readonly Erased[] {
  if (!existsSync(erasedFile(folder))) return []
  // Cut short, what is left of a member's number may be another member's.
  const whole = readFileSync(erasedFile(folder), 'utf8').split('\n').slice(0, -1)
  return whole.flatMap(parse)
}

function isCutShort(folder: string): boolean {
  return existsSync(erasedFile(folder)) && /[^\n]$/.test(readFileSync(erasedFile(folder), 'utf8'))
}

function lineOf({ seq, subject }: Erased): string {
  return `${seq} ${subject}`
}

function parse(line: string): readonly Erased[] {
  const [, seq, subject] = /^(\d+) ([0-9a-f-]{36}(?:\.\d{1,5})?)$/.exec(line) ?? []
  return seq === undefined || subject === undefined
    ? []
    : [{ seq: Number(seq), subject: subject as SubjectId }]
}
