import { assert, jsonValue, property } from 'fast-check'
import { expect, test } from 'vitest'
import { isWithin } from '#server/lib/json-shape.ts'

const wide = { depth: 100, values: 1_000_000 }

test.each([
  ['[[[]]]', 3],
  ['{"a":[{"b":1}]}', 3],
  ['"[[[["', 0],
  [String.raw`["\"[[["]`, 1],
  [String.raw`["\\",[]]`, 2],
  ['[],[],[]', 1],
  ['["[[[[', 1],
])('[N221] the depth of %j is %i, brackets inside strings aside', (text, depth) => {
  expect(isWithin(text, { ...wide, depth })).toBe(true)
  if (depth > 0) expect(isWithin(text, { ...wide, depth: depth - 1 })).toBe(false)
})

test('[N221] brackets and commas are counted, inside strings aside', () => {
  expect(isWithin('[1,2,",,,,",{}]', { depth: 2, values: 5 })).toBe(true)
  expect(isWithin('[1,2,",,,,",{}]', { depth: 2, values: 4 })).toBe(false)
})

test('[N221] whatever JSON there is, its depth is found', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0
  assert(
    property(jsonValue(), (value) => {
      const depth = depthOf(value)
      const text = JSON.stringify(value)
      expect(isWithin(text, { ...wide, depth })).toBe(true)
      expect(isWithin(text, { ...wide, depth: depth - 1 })).toBe(false)
    }),
  )
})
