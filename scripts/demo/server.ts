import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type DemoServer = Readonly<{
  url: string
  /** From the one-time link, where the folder is new. */
  setUpToken: string | null
  /** Resolves with the exit code. */
  ended: Promise<number>
  stop: () => void
}>

const root = join(import.meta.dirname, '../..')

/**
 * The real server in a process of its own, as `npm start` runs it; it ends with this one. Null when it ends at once,
 * having said why.
 */
export async function startServer(environment: NodeJS.ProcessEnv): Promise<DemoServer | null> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bound-server.ts')], {
    // The channel says nothing: its end tells that this process is gone.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { NODE_COMPILE_CACHE: join(root, '.cache/compile'), ...environment },
  })
  const ended = once(child, 'exit').then(([code]) => (code as number | null) ?? 1)
  const told = await readAnnouncement(child)
  return told === null ? null : { ...told, ended, stop: () => void child.kill('SIGTERM') }
}

async function readAnnouncement({ stdout }: ChildProcess) {
  if (stdout === null) throw new Error('a server without output')
  let url: string | null = null
  let setUpToken: string | null = null
  for await (const line of createInterface({ input: stdout })) {
    url ??= capture(line, /Console CIP\s+(http\S+)\/$/)
    setUpToken ??= capture(line, /#mise-en-service=(\S+)$/)
    if (line.includes('Données')) break
  }
  // From here on its log lines are shown as they come.
  stdout.pipe(process.stdout)
  return url === null ? null : { url, setUpToken }
}

function capture(line: string, pattern: RegExp): string | null {
  return pattern.exec(line)?.[1] ?? null
}
