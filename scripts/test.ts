/** `npm test`: everything that says whether the product works, in one go, with a closing count. */
import { availableParallelism } from 'node:os'
import { installMissing } from './test/system-packages.ts'
import { runStage, sum, type Count, type Stage } from './test/stage.ts'

const help = `npm test

Types, lint, format, code mort, tests unitaires, construction, contrats (vrai redis-server), parcours dans Chromium, pannes.
Types, lint, format, dead code, unit tests, build, contracts (a real redis-server), journeys in Chromium, faults.

Installe Chromium, redis-server et nginx (paquets Debian) si root et absents ; sinon dit quoi installer.
Installs Chromium, redis-server and nginx (Debian packages) where root and missing; otherwise says what to install.

Dernière ligne / last line: N passed, N failed
`

/** These tests mostly wait, for a server, a Redis, a disk or a browser: half as many again fill the processors. */
const waiting = Math.ceil(availableParallelism() * 1.5)

function suite(name: string, ...projects: readonly string[]): Stage {
  const report = `.cache/test/${projects.join('-')}.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const chosen = projects.flatMap((project) => ['--project', project])
  return { name, report, args: ['node_modules/vitest/vitest.mjs', 'run', ...chosen, ...reporters] }
}

function withWorkers(count: number, stage: Stage): Stage {
  return { ...stage, args: [...stage.args, `--maxWorkers=${count}`] }
}

const stages: readonly Stage[] = [
  { name: 'types, lint, format, dead code', args: ['scripts/check.ts'], report: null },
  suite('unit', 'unit', 'client'),
  { name: 'build', args: ['scripts/prepare.mjs'], report: null },
  // In one go: no processor is left idle while the last of the contracts waits.
  withWorkers(waiting, suite('contract, journeys, faults', 'contract', 'journeys')),
]

async function main(): Promise<void> {
  const sentence = installMissing()
  if (sentence !== null) console.error(sentence)
  const counts: Count[] = sentence === null ? [] : [{ passed: 0, failed: 1, skipped: 0 }]
  if (sentence === null) for (const stage of stages) counts.push(await runStage(stage))
  const { passed, failed, skipped } = sum(counts)
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exitCode = failed === 0 ? 0 : 1
}

if (process.argv.includes('--help')) console.log(help)
else await main()
