import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Entry } from '#shared/journal/entry.ts'
import { initialState } from '#shared/state.ts'
import type { Committed } from '#server/dispatch.ts'
import { UnpublishablePage } from '#server/publicsite/check.ts'
import { keepPublished } from '#server/publicsite/publisher.ts'
import { noted } from '../../test/support/drafts.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const installation = {
  name: 'Préfecture',
  url: 'https://p.example',
  timeZone: 'Europe/Paris',
  contactPhone: null,
  stateBrand: false,
} as const

function follow(outcomes: (() => Promise<void>)[]) {
  let commit: Committed = () => undefined
  const published: unknown[] = []
  const stop = keepPublished({
    dispatcher: {
      state: initialState,
      onCommitted: (listener) => {
        commit = listener
        return () => (commit = () => undefined)
      },
    },
    site: {
      publish: (page) => {
        published.push(page)
        return outcomes.shift()?.() ?? Promise.resolve()
      },
    },
    installation,
    clock: { now: () => 1_780_300_800_000 },
    logger: { error: () => undefined },
    retryAfter: 1_000,
  })
  return { published, commit: (entry: Entry) => commit([entry], initialState), stop }
}

const base = { ...noted(1), seq: 1, hash: '' }
const opened = { ...base, event: { type: 'activation.lineClosed', reason: 'nuit' } } as const

test('[B22] the page is written at the start and after each fact the public reads, not after others', () => {
  const { published, commit, stop } = follow([])
  expect(published).toHaveLength(1)
  commit(base)
  expect(published).toHaveLength(1)
  commit(opened)
  expect(published).toHaveLength(2)
  stop()
  commit(opened)
  expect(published).toHaveLength(2)
})

test('[B22] a page that could not be written is written again; one that is refused is not', async () => {
  const full = () => Promise.reject(new Error('ENOSPC'))
  const disk = follow([full, full])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(disk.published).toHaveLength(3)
  disk.stop()
  const refused = follow([() => Promise.reject(new UnpublishablePage('no title'))])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(refused.published).toHaveLength(1)
  refused.stop()
})
