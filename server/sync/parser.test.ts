import { assert, property } from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { atOnce } from '#shared/lib/at-once.ts'
import { mostMembers } from '#shared/roster/commands.ts'
import type { LongText } from '#server/sync/long-text.ts'
import { limitedParser } from '#server/sync/parser.ts'
import { anyCommand } from '../../test/support/any-command.ts'
import { commandId } from '../../test/support/drafts.ts'
import { member } from '../../test/support/members.ts'
import { nthMemberId } from '#shared/lib/nth-member-id.ts'

afterEach(() => vi.restoreAllMocks())

/** What the parser makes of a message; it throws where the sender loses the line. */
function hear(said: unknown): unknown {
  const decoder = new limitedParser.Decoder()
  let heard: unknown = null
  decoder.on('decoded', (packet: unknown) => (heard = packet))
  decoder.add(said)
  return heard
}

function submitted(command: unknown): string {
  return `21${JSON.stringify(['submit', { id: commandId(1), crisis: commandId(2), command }])}`
}

test.each([
  ['two million arrays', `2["submit",${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}]`],
  ['arrays side by side', `2["submit",[${'[],'.repeat(500_000)}0]]`],
  ['objects within each other', `2["submit",${'{"a":'.repeat(100)}0${'}'.repeat(100)}]`],
  ['brackets without end', `2["hello",${'['.repeat(4_000_000)}`],
])('[N221] %s are never parsed', (_, said) => {
  const parse = vi.spyOn(JSON, 'parse')
  expect(() => hear(said)).toThrow('not something a console says')
  expect(parse).not.toHaveBeenCalled()
})

test.each([
  ['a long text that is no list of members', `21["doing",{${'"a":1,'.repeat(30_000)}"b":1}]`],
  [
    'a long submission of anything else',
    `21["submit",{"command":{"type":"journal.note","text":"${'a'.repeat(200_000)}"}}]`,
  ],
])('[N229] %s is never parsed', (_, said) => {
  const parse = vi.spyOn(JSON, 'parse')
  expect(() => hear(said)).toThrow('not something a console says')
  expect(parse).not.toHaveBeenCalled()
})

test('[N221] bytes, which no console sends, are not kept', () => {
  expect(() => hear(Buffer.alloc(10))).toThrow('not something')
})

test('[N221] every command there is passes', () => {
  assert(
    property(anyCommand, (command) => {
      expect(hear(submitted(command))).toMatchObject({ type: 2, data: ['submit', expect.anything()] })
    }),
    { numRuns: 300 },
  )
})

test('[R64] what is submitted and is long is left as it came; beyond the limits it is never parsed', () => {
  const members = Array.from({ length: 900 }, (_, n) => ({ id: null, member: member(n % 90) }))
  const command = { type: 'roster.import', members, remove: [] }
  const parse = vi.spyOn(JSON, 'parse')
  const heard = hear(submitted(command)) as { id: number; data: readonly [string, LongText] }
  expect(parse).not.toHaveBeenCalled()
  expect(heard).toMatchObject({ type: 2, nsp: '/', id: 1 })
  expect(atOnce(heard.data[1].steps())).toEqual({ id: commandId(1), crisis: commandId(2), command })
  const cut = submitted(command).replace('"remove":[]', '"remove":[')
  expect(atOnce((hear(cut) as typeof heard).data[1].steps())).toBeNull()
  parse.mockClear()
  const listOf = (beyond: string) => `{"command":{"type":"roster.import","a":${beyond}}}`
  const nested = listOf(`${'{"a":'.repeat(50_000)}0${'}'.repeat(50_000)}`)
  const wide = listOf(`[${'[],'.repeat(500_000)}0]`)
  for (const beyond of [nested, wide]) {
    expect(atOnce((hear(`21["submit",${beyond}]`) as typeof heard).data[1].steps())).toBeNull()
  }
  expect(parse).not.toHaveBeenCalled()
})

test('[N221] the largest command there is passes', () => {
  const numbers = Array.from({ length: mostMembers }, (_, n) => n)
  const members = numbers.map((n) => ({ id: nthMemberId(commandId(1), n), member: member(n % 90) }))
  const remove = numbers.map((n) => nthMemberId(commandId(2), n))
  expect(hear(submitted({ type: 'roster.import', members, remove }))).toMatchObject({ type: 2 })
})
