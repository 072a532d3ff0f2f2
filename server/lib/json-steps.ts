import { endOfString } from '#server/lib/json-shape.ts'

/*
 * JSON.parse in steps, for a text that is long for one go: its containers are taken apart down to `depth` levels, and what stands
 * there is parsed as a piece. Gives what JSON.parse gives, and throws a SyntaxError where it does.
 */

export function* jsonSteps(text: string, depth: number): Generator<void, unknown> {
  const { value, end } = yield* valueSteps(text, { at: afterSpace(text, 0), depth })
  if (afterSpace(text, end) < text.length) throw new SyntaxError('something follows the JSON')
  return value
}

type Place = Readonly<{ at: number; depth: number }>
type Found = Readonly<{ value: unknown; end: number }>

function* valueSteps(text: string, { at, depth }: Place): Generator<void, Found> {
  if (depth > 0 && text[at] === '[') return yield* arraySteps(text, { at, depth })
  if (depth > 0 && text[at] === '{') return yield* objectSteps(text, { at, depth })
  const end = endOfValue(text, at)
  yield
  return { value: JSON.parse(text.slice(at, end)), end }
}

function* arraySteps(text: string, { at, depth }: Place): Generator<void, Found> {
  const values: unknown[] = []
  let next = afterSpace(text, at + 1)
  if (text[next] === ']') return { value: values, end: next + 1 }
  for (;;) {
    const { value, end } = yield* valueSteps(text, { at: next, depth: depth - 1 })
    values.push(value)
    const after = afterSpace(text, end)
    if (text[after] === ']') return { value: values, end: after + 1 }
    next = afterSpace(text, past(',', text, after))
  }
}

function* objectSteps(text: string, { at, depth }: Place): Generator<void, Found> {
  const fields: [string, unknown][] = []
  let next = afterSpace(text, at + 1)
  if (text[next] === '}') return { value: {}, end: next + 1 }
  for (;;) {
    past('"', text, next)
    const endOfName = endOfString(text, next) + 1
    const name = JSON.parse(text.slice(next, endOfName)) as string
    const from = afterSpace(text, past(':', text, afterSpace(text, endOfName)))
    const { value, end } = yield* valueSteps(text, { at: from, depth: depth - 1 })
    fields.push([name, value])
    const after = afterSpace(text, end)
    // As fields of its own, as JSON.parse makes them: also one that is called __proto__.
    if (text[after] === '}') return { value: Object.fromEntries(fields), end: after + 1 }
    next = afterSpace(text, past(',', text, after))
  }
}

function past(expected: string, text: string, at: number): number {
  if (text[at] !== expected) throw new SyntaxError(`the JSON has no ${expected} at ${at}`)
  return at + 1
}

const space = /[ \t\n\r]*/y

function afterSpace(text: string, at: number): number {
  space.lastIndex = at
  space.test(text)
  return space.lastIndex
}

/** What ends a number or a word. */
const delimiter = /[\s,\]}]|$/g
/** What opens, closes or hides a container's end. */
const sign = /["[\]{}]/g

/** Where the value that begins at `at` ends, as far as brackets tell: whoever parses it finds out about the rest. */
function endOfValue(text: string, at: number): number {
  const first = text[at]
  if (first === '"') return endOfString(text, at) + 1
  if (first === '[' || first === '{') return endOfContainer(text, at)
  delimiter.lastIndex = at
  return delimiter.exec(text)?.index ?? text.length
}

function endOfContainer(text: string, at: number): number {
  let open = 0
  sign.lastIndex = at
  for (let found = sign.exec(text); found !== null; found = sign.exec(text)) {
    const { 0: mark, index } = found
    if (mark === '"') sign.lastIndex = endOfString(text, index) + 1
    else open += mark === '[' || mark === '{' ? 1 : -1
    if (open === 0) return index + 1
  }
  return text.length
}
