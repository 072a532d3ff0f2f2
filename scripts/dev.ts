/** `npm run dev`: the server, restarted when its sources change, behind vite, which reloads the console as it is edited. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

const help = `npm run dev

Serveur et console rechargés à chaque modification ; la console est à l'adresse que vite affiche.
Server and console reloading at each change; the console is at the address that vite shows.

  PORT       port du serveur / the server's port (3000)
  VITE_PORT  port de la console / the console's port (5173)
  DATA_DIR   ./data
`

function start(command: string, args: readonly string[]): ChildProcess {
  return spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, PORT: process.env['PORT'] ?? '3000' },
  })
}

async function main(): Promise<void> {
  const children = [
    start(process.execPath, ['--watch', '--watch-preserve-output', 'server/main.ts']),
    start(process.execPath, ['node_modules/vite/bin/vite.js', '--clearScreen', 'false']),
  ]
  const stop = () => {
    for (const child of children) child.kill('SIGTERM')
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  // One without the other is of no use: whichever ends first takes the other with it.
  await Promise.race(children.map((child) => once(child, 'exit')))
  stop()
}

if (process.argv.includes('--help')) console.log(help)
else await main()
