/** What the limit writes to, in grouped commits. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { LogCall } from '#shared/calls/commands.ts'
import type { Draft } from '#shared/journal/entry.ts'
import { type CommandId, type CrisisId, SheetId } from '#shared/lib/id.ts'
import { readConfig } from '#server/config.ts'
import { openJournal } from '#server/journal/open.ts'

/** A command as it came over the line: read as JSON, checked by nobody. */
export type Received = Readonly<{ id: CommandId; crisis: CrisisId; command: LogCall; text: string }>

/** Resolves once the group is on disk; asked for the next group only then. */
export type Store = (group: readonly Received[]) => Promise<unknown>

/** The same grouped commits that stand behind the server: its journal, sealing and chaining what it stores. */
export async function sameJournal(folder: string): Promise<Store> {
  const journal = await openJournal(readConfig({ DATA_DIR: folder }), () => {})
  let head = 0
  return async (group) => {
    const { status } = await journal.append(group.map(asLogged), head)
    if (status !== 'appended') throw new Error(`the limit's journal says ${status}`)
    head += group.length
  }
}

/** Nothing but the text in one table: what even a server that seals, chains and recognises nothing must wait for. */
export function bareTable(folder: string): Store {
  const worker = new Worker(new URL('bare-table.ts', import.meta.url), { workerData: folder })
  return (group) => {
    const committed = once(worker, 'message')
    worker.postMessage(group.map(({ text }) => text))
    return committed
  }
}

/** What the rules would make of it, without the rules. */
function asLogged({ id, crisis, command: { content, callback, linkedTo, personal } }: Received): Draft {
  return {
    at: Date.now(),
    by: 'system',
    crisis,
    command: id,
    event: {
      type: 'calls.logged',
      subject: SheetId.parse(id),
      content,
      talkingPoints: 0,
      callback,
      linkedTo,
      urgent: null,
      sealed: personal !== null,
      personal: personal === null ? null : { ...personal, callbackNote: null },
    },
  }
}
