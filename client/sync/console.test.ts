import { beforeEach, expect, test, vi } from 'vitest'
import { takeAuthorKey } from '#client/lib/keyring.ts'
import { consoleStore, startConsole, stopConsole } from '#client/sync/console.ts'
import type { ConnectionOptions } from '#client/sync/connection.ts'
import { recordedStore } from '#client/sync/recorded-store.ts'
import type { Envelope } from '#shared/command.ts'
import { commandId, sheetId } from '../../test/support/drafts.ts'
import { alice, logCall, odile } from '../../test/support/sheets.ts'

const lines = vi.hoisted(() => [] as { isOpen: boolean; options: ConnectionOptions }[])

vi.mock('#client/sync/connection.ts', () => ({
  Connection: class {
    isOpen = false
    view = {}
    options: ConnectionOptions
    constructor(options: ConnectionOptions) {
      this.options = options
      lines.push(this)
    }
    open() {
      this.isOpen = true
    }
    close() {
      this.isOpen = false
    }
  },
}))

const open = () => lines.filter(({ isOpen }) => isOpen)

beforeEach(() => void lines.splice(0))

test('[X151] a console that is started while it starts has one line', async () => {
  await Promise.all([startConsole(), startConsole()])
  expect(open()).toHaveLength(1)
  await startConsole()
  expect(open()).toHaveLength(1)
  await stopConsole()
})

test('[X151] a console that is stopped while it starts has none', async () => {
  const starting = startConsole()
  await stopConsole()
  await starting
  expect(open()).toEqual([])
})

test('[X155] what the tab keeps of a caller goes when the line tells that they are erased', async () => {
  takeAuthorKey(alice.id, '00'.repeat(32))
  const command = logCall({ personal: odile })
  const envelope = { id: commandId(7), crisis: commandId(1), command } as unknown as Envelope
  recordedStore.save([{ envelope, person: alice.id, at: 0, position: null, isGone: true }], null)
  await startConsole()
  expect(consoleStore.getState().recorded).toHaveLength(1)
  lines[0]?.options.onErased([sheetId(7)])
  expect(consoleStore.getState().recorded).toEqual([])
  expect(recordedStore.load()).toEqual([])
  await stopConsole()
})
