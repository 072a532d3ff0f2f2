import { believedClock } from '#shared/clock/state.ts'
import { expect, test } from 'vitest'
import { joinLive, noFilter } from '#client/journal/log-lines.ts'
import { joinOnTop } from '#client/register/use-pages.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import { CommandId, PersonId } from '#shared/lib/id.ts'
import { minute } from '#shared/lib/time.ts'
import type { LogLine } from '#shared/register/queries.ts'

const alice = PersonId.parse('0192a000-0000-7000-8000-000000000001')
const lookup = (id: string) => (id === alice ? 'Alice Roux' : null)

function entry(seq: number, event: LiveEntry['event']): LiveEntry {
  const command = CommandId.parse(`0192a000-0000-7000-8000-${seq.toString(16).padStart(12, '0')}`)
  return { seq, at: seq * 1_000, by: alice, crisis: null, command, event }
}
const note = (seq: number, text: string) => entry(seq, { type: 'journal.noted', text, happenedAt: null })

function told(seq: number, fr = `ligne ${seq}`): LogLine {
  const line = {
    seq,
    at: seq,
    recordedAt: null,
    happenedAt: null,
    by: alice,
    author: 'Alice Roux',
    type: 'journal.noted',
  } as const
  return { ...line, fr, en: fr, struck: null }
}
const seqs = (lines: readonly LogLine[]) => lines.map(({ seq }) => seq)
const show = (filter = noFilter) => ({ filter, lookup, clock: believedClock })

test('[L7] what happens now stands on top of what the register has told, once each', () => {
  const live = [note(8, 'huit'), note(9, 'neuf'), note(10, 'dix')]
  expect(seqs(joinLive([told(9), told(8)], live, show()))).toEqual([10, 9, 8])
})

test('[L7] live lines are narrowed as the register narrows', () => {
  const live = [note(8, 'Le maire de Persan'), entry(9, { type: 'activation.lineOpened', overridden: null })]
  const narrowed = (filter: Partial<typeof noFilter>) =>
    seqs(joinLive([], live, show({ ...noFilter, ...filter })))
  expect(narrowed({ text: 'MAIRE pers' })).toEqual([8])
  expect(narrowed({ text: 'line open' })).toEqual([9])
  expect(narrowed({ text: 'roux' })).toEqual([9, 8])
  expect(narrowed({ feature: 'activation' })).toEqual([9])
  expect(narrowed({ person: 'somebody else' })).toEqual([])
})

test('[L7] a line struck a moment ago is shown struck, with its reason', () => {
  const live = [entry(12, { type: 'journal.struck', line: 9, reason: 'faux' })]
  const [, line] = joinLive([told(9)], live, show())
  expect(line).toMatchObject({ seq: 9, struck: { author: 'Alice Roux', reason: 'faux' } })
})

test('[Z19] a line struck under a clock that was wrong is struck when it happened', () => {
  const strike = entry(12, { type: 'journal.struck', line: 9, reason: 'faux' })
  const { at } = strike
  const correction = { first: 12, last: 12, from: at, to: at, by: -minute, isAtLeast: false }
  const clock = { doubts: {}, corrections: [correction] }
  expect(joinLive([told(9)], [strike], { ...show(), clock })[1]).toMatchObject({
    struck: { at: at - minute },
  })
})

const held = (rows: readonly LogLine[], next: number | null) =>
  ({ rows, next, status: 'ready', error: null, indexing: null, query: '' }) as const

test('[L8] asked again, older pages that were read stay', () => {
  const joined = joinOnTop(held([told(5), told(4), told(3), told(2)], 2), {
    rows: [told(7), told(6), told(5)],
    next: 5,
    indexing: null,
  })
  expect(seqs(joined.rows)).toEqual([7, 6, 5, 4, 3, 2])
  expect(joined.next).toBe(2)
})

test('[L8] where lines are missing in between, reading starts over rather than hide a hole', () => {
  const joined = joinOnTop(held([told(5), told(4)], 4), {
    rows: [told(99), told(98)],
    next: 98,
    indexing: null,
  })
  expect(seqs(joined.rows)).toEqual([99, 98])
  expect(joined.next).toBe(98)
})
