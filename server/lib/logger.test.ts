import { expect, test } from 'vitest'
import { createLogger } from './logger.ts'

/** What the log holds of this error. */
function logged(error: unknown): unknown {
  const lines: string[] = []
  createLogger('error', { write: (line) => lines.push(line) }).error({ error }, 'failed')
  return JSON.parse(lines.join(''))
}

test('[X11] what is logged of an error is its words and its place, not what it carries along', () => {
  const error = Object.assign(new RangeError('entry 12 is missing'), { body: 'Odile Garnier' })
  expect(logged(error)).toMatchObject({
    msg: 'failed',
    error: { name: 'RangeError', message: 'entry 12 is missing' },
  })
  expect(JSON.stringify(logged(error))).toMatch(/logger\.test\.ts:\d+/)
  expect(JSON.stringify(logged(error))).not.toMatch(/Garnier/)
})

test('[X11] a parser’s words, which quote what it read, are not logged', () => {
  const quoting = () => JSON.parse('Odile Garnier')
  expect(quoting).toThrow(/Odile/)
  try {
    quoting()
  } catch (error) {
    expect(logged(error)).toMatchObject({ error: { name: 'SyntaxError' } })
    expect(JSON.stringify(logged(error))).not.toMatch(/Odile/)
  }
})
