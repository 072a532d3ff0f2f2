import { expect, test } from 'vitest'
import { parseEnvelope, type ParsedEnvelope } from '#shared/command.ts'
import { parsingSteps } from '#shared/parsing-steps.ts'
import { isLongList } from '#shared/roster/long-list.ts'
import { commandId } from '../test/support/drafts.ts'
import { member } from '../test/support/members.ts'

const lines = Array.from({ length: 1_900 }, (_, n) => ({ id: null, member: member(n) }))

function saying(members: readonly unknown[], change: object = {}): unknown {
  const command = { type: 'roster.import', members, remove: [], ...change }
  return { id: commandId(1), crisis: null, command }
}

function inSteps(input: unknown): ParsedEnvelope {
  if (!isLongList(input)) throw new Error('not a long list')
  const steps = parsingSteps(input)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

test('[R270] a long list parsed in steps is what it is parsed at once, texts cleaned alike', () => {
  const untidy = { id: null, member: member(1_950, { lastName: '  Le\u00ad Goff ' }) }
  const list = saying([...lines, untidy])
  expect(inSteps(list)).toEqual(parseEnvelope(list))
  expect(inSteps(list)).toMatchObject({ ok: true, envelope: { id: commandId(1) } })
})

test.each([
  ['in a line', saying([...lines, { id: null, member: { ...member(1), distanceKm: -1 } }])],
  ['a line that is none', saying([...lines, null])],
  ['a character', saying([...lines, { id: null, member: { ...member(1), lastName: 'a\u0007b' } }])],
  ['who leaves', saying(lines, { remove: ['?'] })],
  ['a crisis', { ...(saying(lines) as object), crisis: commandId(2) }],
  ['its id', { ...(saying(lines) as object), id: 'first' }],
])('[R270] a fault is named by the same place: %s', (_, list) => {
  expect(inSteps(list)).toMatchObject({ ok: false })
  expect(inSteps(list)).toEqual(parseEnvelope(list))
})

test('[R270] a list beyond the largest is refused before its lines are looked at', () => {
  const list = saying(Array.from({ length: 5_001 }, () => null))
  expect(inSteps(list)).toMatchObject({ ok: false, field: 'members' })
})
