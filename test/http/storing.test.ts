import { expect, test } from 'vitest'
import { MemoryJournal } from '#server/journal/memory.ts'
import { JournalUnavailable, type Appended, type Journal } from '#server/journal/port.ts'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'

/** A journal that stores nothing as long as the test says so. */
class Filling extends MemoryJournal {
  isFull = false
  /** A probe succeeds all the same. */
  isLying = false
  refused = 0

  override append(...asked: Parameters<Journal['append']>): Promise<Appended> {
    if (this.isFull) this.refused += 1
    return this.isFull ? Promise.reject(new JournalUnavailable('disk full')) : super.append(...asked)
  }

  override probe(): Promise<void> {
    const isRefused = this.isFull && !this.isLying
    return isRefused ? Promise.reject(new JournalUnavailable('disk full')) : super.probe()
  }
}

const note = { type: 'journal.note', text: 'Pont fermé', happenedAt: null } as const

test('[N21] who only reads, who comes and who comes back are told that nothing is stored, and when it is again', async () => {
  const journal = new Filling()
  await using app = await TestApp.start({ journal })
  const [writer, reader, away] = [
    await app.console('switchboard'),
    await app.console('approver'),
    await app.console('teamLead'),
  ]
  await openCrisis(writer)
  expect(reader.view.isStoring).toBe(true)

  journal.isFull = true
  expect(await writer.submit(note)).toEqual({ status: 'pending' })
  await Promise.all([writer, reader, away].map((console) => console.until(() => !console.view.isStoring)))
  const newcomer = await app.console('specialist')
  expect(newcomer.view.isStoring).toBe(false)

  away.cut()
  writer.cut()
  journal.isFull = false
  // Nobody is there who writes.
  await Promise.all([reader, newcomer].map((console) => console.until(() => console.view.isStoring)))
  away.open()
  await away.until(() => away.isLoaded)
  expect(away.view.isStoring).toBe(true)
  writer.open()
  await writer.until(() => writer.isLoaded && writer.outbox.length === 0)
})

test('[J102] a probe that succeeds while batches fail does not take the band away', async () => {
  const journal = new Filling()
  await using app = await TestApp.start({ journal })
  const [writer, reader] = [await app.console('switchboard'), await app.console('approver')]
  await openCrisis(writer)
  const told: boolean[] = []
  reader.onChange(() => told.push(reader.view.isStoring))

  Object.assign(journal, { isFull: true, isLying: true })
  expect(await writer.submit(note)).toEqual({ status: 'pending' })
  await reader.until(() => !reader.view.isStoring)
  told.length = 0
  await expect.poll(() => journal.refused, { timeout: 15_000 }).toBeGreaterThan(3)
  expect((await fetch(`${app.url}/readyz`)).status).toBe(503)
  expect(told).not.toContain(true)
  journal.isFull = false
  await reader.until(() => reader.view.isStoring)
  await writer.until(() => writer.outbox.length === 0)
})
