import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { compileCache } from './compile-cache.ts'

const scripts = join(import.meta.dirname, '../../scripts')

export type Settings = Readonly<Record<string, string>>

/** An administrator's command (`verify.ts`) in a process of its own: its exit code and all it said. */
export async function runScript(
  name: string,
  settings: Settings,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly output: string }> {
  const env = { PATH: process.env['PATH'], ...compileCache, ...settings }
  const child = spawn(process.execPath, [join(scripts, name), ...args], { env })
  const output = Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = (await once(child, 'exit')) as [number]
  return { code, output: (await output).join('') }
}
