import { beforeEach, expect, test, vi } from 'vitest'
import { startConsole, stopConsole } from '#client/sync/console.ts'
import type { ConnectionOptions } from '#client/sync/connection.ts'

const lines = vi.hoisted(() => [] as { isOpen: boolean }[])

vi.mock('#client/sync/connection.ts', () => ({
  Connection: class {
    isOpen = false
    view = {}
    constructor(_: ConnectionOptions) {
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
