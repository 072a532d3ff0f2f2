import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'

/** One step of `npm test`. `report`: where vitest writes its count; null for a step that is not a suite of tests. */
export type Stage = Readonly<{ name: string; args: readonly string[]; report: string | null }>
export type Count = Readonly<{ passed: number; failed: number; skipped: number }>

export function sum(counts: readonly Count[]): Count {
  return counts.reduce(
    (all, { passed, failed, skipped }) => ({
      passed: all.passed + passed,
      failed: all.failed + failed,
      skipped: all.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** Runs the stage on this Node, with its output, and tells its result and time. */
export async function runStage({ name, args, report }: Stage): Promise<Count> {
  console.log(`\n── ${name}`)
  const started = performance.now()
  if (report !== null) rmSync(report, { force: true })
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const [code] = await once(child, 'exit')
  const count = countOf(code === 0, report)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${count.failed === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  return count
}

/** A step without tests counts as one. A suite that ends badly has failed, whatever its tests say. */
function countOf(isGood: boolean, report: string | null): Count {
  const tests = report === null ? null : readReport(report)
  if (tests === null) return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 }
  return !isGood && tests.failed === 0 ? { ...tests, failed: 1 } : tests
}

/** Null when vitest ended before it wrote its report. */
function readReport(path: string): Count | null {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, number>>
    const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
  } catch {
    return null
  }
}
