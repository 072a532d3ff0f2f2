import { assert, constantFrom, integer, json, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { jsonSteps } from '#server/lib/json-steps.ts'
import { atOnce } from '#shared/lib/at-once.ts'

const parsed = (text: string, depth: number) => atOnce(jsonSteps(text, depth))
const depths = integer({ min: 0, max: 4 })

/** What comes of it, whoever parses. */
function outcomeOf(parse: () => unknown): unknown {
  try {
    return { value: parse() }
  } catch (error) {
    return error instanceof SyntaxError ? 'no JSON' : error
  }
}

test('[R64] a text parsed in steps is what it is parsed at once, however it is set', () => {
  const indents = constantFrom(0, 2, '\t')
  assert(
    property(json(), depths, indents, (text, depth, indent) => {
      const set = JSON.stringify(JSON.parse(text), null, indent)
      expect(parsed(` ${set}\n`, depth)).toEqual(JSON.parse(set))
    }),
  )
})

test('[R64] what is no JSON at once is none in steps', () => {
  assert(
    property(
      json(),
      depths,
      integer({ min: 0, max: 60 }),
      string({ maxLength: 2 }),
      (text, depth, at, put) => {
        const spoilt = `${text.slice(0, at)}${put}${text.slice(at + 1)}`
        expect(outcomeOf(() => parsed(spoilt, depth))).toEqual(outcomeOf(() => JSON.parse(spoilt)))
      },
    ),
    { numRuns: 500 },
  )
})

test.each([
  '', '[', '{', '[1,]', '[,1]', '[1 2]', '{"a":1,}', '{"a" 1}', '{a:1}', '{"a":}', '[[]', '[]]', '{"a":1}}', '["\\]', '{"a', '01', '\u00a0[]', '[1]x',
])('[R64] %s is no JSON', (text) => {
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
  for (const depth of [0, 1, 3]) expect(() => parsed(text, depth)).toThrow(SyntaxError)
}) // prettier-ignore

test('[R64] a field called __proto__ is a field, and of two of one name the last one stands', () => {
  const text = '{"__proto__":{"a":1},"b":1,"b":[2]}'
  expect(Object.entries(parsed(text, 2) as object)).toEqual(Object.entries(JSON.parse(text) as object))
})
