import { RecoveryRefused } from '#server/access/recover.ts'
import { ConfigError } from '#server/config.ts'
import { failureOf } from '#server/journal/sqlite-failure.ts'
import { MasterKeyRefused } from '#server/lib/master-key.ts'

const told = [ConfigError, MasterKeyRefused, RecoveryRefused]

/** Runs a command of the administrator's. Its exit code is what `main` gives; what is told in words is 1, without a trace. */
export async function run(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main()
  } catch (error) {
    // `parseArgs` throws a TypeError with a code, whose message names the option.
    const isTold = told.some((one) => error instanceof one) || (error instanceof TypeError && 'code' in error)
    // What ails the journal or its disk, at whatever step it was met.
    const { kind, message } = failureOf(error)
    if (!isTold && kind === 'bug') throw error
    console.error(message)
    process.exitCode = 1
  }
}
