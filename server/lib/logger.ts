import { pino, type Logger } from 'pino'

export type { Logger }

/** One JSON line per fact about the machine: sequence numbers and ids, never a name, a number or a text. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
