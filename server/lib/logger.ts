import { writeSync } from 'node:fs'
import { pino, type Logger } from 'pino'

export type { Logger }

type Output = Readonly<{ write: (line: string) => void }>

const stdout = 1

/** Written at once. A line for which its own disk has no room is lost: pino's stream would end the server with it. */
const terminal: Output = {
  write: (line: string) => {
    try {
      writeSync(stdout, line)
    } catch {
      // There is nobody left to tell.
    }
  },
}

/** One JSON line per fact about the machine: sequence numbers and ids, never a name, a number or a text. */
export function createLogger(level: string, output: Output = terminal): Logger {
  const serializers = { error: describe }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }, output)
}

/** What went wrong and where, and nothing else that an error may carry along (a body, a row). */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error
  const { name, message, stack } = error
  // A parser's message quotes what it could not read, and a stack begins with the message.
  return error instanceof SyntaxError ? { name } : { name, message, at: framesOf(stack) }
}

function framesOf(stack = ''): readonly string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
}
