import { afterEach, expect, test, vi } from 'vitest'
import type { ConnectionOptions } from '#client/sync/connection.ts'
import { consoleStore, replaceSession, startConsole, stopConsole } from '#client/sync/console.ts'
import { alice } from '../../test/support/sheets.ts'

const lines = vi.hoisted(() => [] as { end: () => void; isClosed: boolean }[])

vi.mock(import('#client/sync/connection.ts'), () => {
  /** A line that is live at once, and that the server ends when the test says so. */
  class Connection {
    readonly #line = { end: () => this.#say('signed-out'), isClosed: false }
    readonly #options: ConnectionOptions
    view: object
    constructor(options: ConnectionOptions) {
      this.#options = options
      this.view = { line: 'connecting', replica: options.replica, you: options.you, clockOffset: 0 }
      lines.push(this.#line)
    }
    #say(line: string) {
      if (this.#line.isClosed) return
      const you = { person: alice.id, name: 'Alice', roles: alice.roles, session: 's' }
      this.view = { ...this.view, line, you }
      this.#options.onChange(this.view as never)
    }
    open() {
      this.#say('live')
    }
    close() {
      this.#line.isClosed = true
    }
  }
  return { Connection } as never
})

afterEach(async () => {
  await stopConsole()
  lines.length = 0
})

const line = () => consoleStore.getState().line

test('[A190] who changes their password stays where they are, though their old session ends before the answer', async () => {
  await startConsole()
  const seen: string[] = []
  const stop = consoleStore.subscribe((store) => seen.push(store.line))
  await replaceSession(async () => lines.at(-1)?.end())
  stop()
  expect(seen).not.toContain('signed-out')
  expect(line()).toBe('live')
  expect(lines.map(({ isClosed }) => isClosed)).toEqual([true, false])
  // Later ends are ends again.
  lines.at(-1)?.end()
  expect(line()).toBe('signed-out')
})

test('[A190] a password that is refused leaves the console as it was', async () => {
  await startConsole()
  await expect(replaceSession(() => Promise.reject(new Error('wrong')))).rejects.toThrow('wrong')
  expect(line()).toBe('live')
  expect(lines).toHaveLength(1)
})

test('[A190] where the answer is lost and the old session has ended, the console ends too', async () => {
  await startConsole()
  const request = async () => {
    lines.at(-1)?.end()
    throw new Error('cut')
  }
  await expect(replaceSession(request)).rejects.toThrow('cut')
  expect(line()).toBe('signed-out')
})
