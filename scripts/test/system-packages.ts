import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

type Tool = Readonly<{ binary: string; debianPackage: string }>

/** What the tests need and npm does not bring: a browser, a real Redis and a real nginx. */
const tools: readonly Tool[] = [
  { binary: 'chromium-headless-shell', debianPackage: 'chromium-headless-shell' },
  { binary: 'redis-server', debianPackage: 'redis-server' },
  { binary: 'nginx', debianPackage: 'nginx-light' },
]

function isPresent({ binary }: Tool): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, binary), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

function run(command: string, ...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}

/** Installs what is missing where that is possible; otherwise the sentence that says what to install. */
export function installMissing(): string | null {
  const missing = tools.filter((tool) => !isPresent(tool)).map((tool) => tool.debianPackage)
  if (missing.length === 0) return null
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  const sentence = `Les tests ont besoin de / the tests need: ${missing.join(', ')}. Debian, root: apt-get update && ${command}`
  if (process.getuid?.() !== 0) return sentence
  console.log(`Installation / installing: ${missing.join(', ')}…`)
  const installed =
    run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '--no-install-recommends', ...missing)
  return installed && tools.every(isPresent) ? null : sentence
}
