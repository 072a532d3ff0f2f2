/** `npm start`: the server, in this process; `--demo`: a fictional préfecture that lives by itself, around it. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const help = `npm start [-- --demo]

Démarre la console ; la première fois, installe et construit ce qu'il faut.
Starts the console; the first time, installs and builds what it needs.

  --demo   une préfecture fictive et un exercice qui vit tout seul (DATA_DIR : ./data/demo)
           a fictional préfecture and an exercise that lives by itself
  --help   ceci / this

Réglages par l'environnement (tableau dans README.md) / Settings by environment (table in README.md):
  PORT BIND_HOST DATA_DIR PUBLIC_BASE_URL JOURNAL REDIS_URL NAMESPACE MASTER_KEY_FILE TRUST_PROXY LOG_LEVEL …
`

function readArguments() {
  try {
    return parseArgs({ options: { demo: { type: 'boolean' }, help: { type: 'boolean' } } }).values
  } catch {
    console.error(`${process.argv.slice(2).join(' ')} ?\n\n${help}`)
    return process.exit(1)
  }
}

// The second start reads compiled code instead of stripping types and compiling anew: half the time to ready.
const compiled = join(import.meta.dirname, '../.cache/compile')
enableCompileCache(compiled)
// The journal's and the register's threads take it from the environment: 40 MB less than a compiler in each.
process.env['NODE_COMPILE_CACHE'] ??= compiled

const { demo, help: isHelpWanted } = readArguments()
if (isHelpWanted === true) console.log(help)
else if (demo === true) await import('./demo/main.ts')
else await import('#server/main.ts')
