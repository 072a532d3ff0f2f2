import { expect, test } from 'vitest'
import { MessageId } from '#shared/lib/id.ts'
import { minute } from '#shared/lib/time.ts'
import type { PublicKind } from '#shared/messages/kinds.ts'
import { nextPointInForce, nextPoints } from '#shared/messages/next-point.ts'
import { publications } from '#shared/messages/publications.ts'
import type { Message, Messages, Version } from '#shared/messages/state.ts'
import { emptyContent } from '#shared/messages/template.ts'
import { version } from '#shared/publicsite/page.fixture.ts'
import { personId } from '../../test/support/drafts.ts'

const t = 1_780_300_800_000
const by = personId(1)

type Out = readonly [at: number, nextPointAt: number | null]

function message(n: number, kind: PublicKind, ...out: readonly Out[]): Message {
  const versions = out.map(([at, nextPointAt]): Version => ({
    content: { ...emptyContent, nextPointAt: nextPointAt === null ? null : t + nextPointAt * minute },
    correction: null,
    hash: '',
    approved: { by, at: t + at * minute },
    published: { by, at: t + at * minute },
    seq: at,
    sentAt: t + at * minute,
    communes: [],
    contact: null,
    alert: version().alert,
  }))
  const id = MessageId.parse(`01977f00-0000-7000-8000-00000000000${n}`)
  return { id, kind, template: null, createdAt: t, draft: null, versions, withdrawn: null }
}

function messages(...all: readonly Message[]): Messages {
  return Object.fromEntries(all.map((one) => [one.id, one]))
}

function crisisWith(messages: Messages, closedAt: number | null = null) {
  const closed = closedAt === null ? null : { at: t + closedAt * minute, reason: 'Décrue' }
  return { messages, activation: { closed } }
}

function statuses(all: Messages, at: number, closedAt: number | null = null) {
  return nextPoints(crisisWith(all, closedAt), t + at * minute).map(({ status }) => status)
}

test('[B16] a promise waits until its time, then it is late', () => {
  const all = messages(message(1, 'firstMessage', [0, 60]))
  expect(statuses(all, 59)).toEqual(['waiting'])
  expect(statuses(all, 61)).toEqual(['late'])
  expect(nextPointInForce(crisisWith(all), t + 61 * minute)).toMatchObject({
    dueAt: t + 60 * minute,
    status: 'late',
  })
})

test('[B16] it is kept by a point published before its time, broken by one published after', () => {
  const first = message(1, 'firstMessage', [0, 60])
  expect(statuses(messages(first, message(2, 'situationReport', [58, 120])), 70)).toEqual(['kept', 'waiting'])
  expect(statuses(messages(first, message(2, 'situationReport', [66, 120])), 70)).toEqual([
    'broken',
    'waiting',
  ])
})

test('[B16] a message that says nothing of the situation keeps no promise', () => {
  const all = messages(message(1, 'firstMessage', [0, 60]), message(2, 'donationsStop', [30, null]))
  expect(statuses(all, 61)).toEqual(['late'])
})

test('[B16] a correction that repeats the hour makes no second promise', () => {
  const all = messages(message(1, 'firstMessage', [0, 60], [10, 60]))
  expect(statuses(all, 20)).toEqual(['waiting'])
})

test('[B16] the end of the event ends the promises', () => {
  const all = messages(message(1, 'firstMessage', [0, 60]), message(2, 'endOfEvent', [40, null]))
  expect(statuses(all, 90)).toEqual(['kept'])
  expect(nextPointInForce(crisisWith(all), t + 90 * minute)).toBeNull()
})

test('[B27] a closure lifts the promise that waits, and nothing is counted down to any more', () => {
  const all = messages(message(1, 'firstMessage', [0, 60]))
  expect(statuses(all, 31, 30)).toEqual(['lifted'])
  expect(statuses(all, 90, 30)).toEqual(['lifted'])
  expect(nextPointInForce(crisisWith(all, 30), t + 31 * minute)).toBeNull()
})

test('[B27] a promise that was late at the closure was broken', () => {
  const all = messages(message(1, 'firstMessage', [0, 60]))
  expect(statuses(all, 90, 80)).toEqual(['broken'])
  expect(nextPointInForce(crisisWith(all, 80), t + 90 * minute)).toBeNull()
})

test('[B27] what was kept or broken before the closure stays so, and a correction after it promises nothing', () => {
  const told = messages(
    message(1, 'firstMessage', [0, 60]),
    message(2, 'situationReport', [50, 120], [140, 200]),
  )
  expect(statuses(told, 150, 100)).toEqual(['kept', 'lifted', 'lifted'])
  const late = messages(message(1, 'firstMessage', [0, 60]), message(2, 'situationReport', [70, null]))
  expect(statuses(late, 90, 80)).toEqual(['broken'])
})

test('[U346] each text is out until a later version of its message, or its withdrawal', () => {
  const first = message(1, 'firstMessage', [0, 60], [20, 60])
  const gone = {
    ...message(2, 'instructions', [10, null]),
    withdrawn: { by, at: t + 30 * minute, reason: '', sentAt: t, alert: null },
  }
  const told = publications(messages(gone, first)).map(({ message: { id }, number, at, until }) => [
    id === first.id ? 1 : 2,
    number,
    (at - t) / minute,
    until === null ? null : (until - t) / minute,
  ])
  expect(told).toEqual([
    [1, 1, 0, 20],
    [2, 1, 10, 30],
    [1, 2, 20, null],
  ])
})
