/** `npm run check`: types, lint, format and dead code, at once. Prints each failing tool's words; exit 1 if any fails. */
import { spawn } from 'node:child_process'

const tools = [
  { name: 'types', command: 'tsc', args: ['-b', '--pretty'] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'format', command: 'oxfmt', args: ['--check', '.'] },
  { name: 'dead code', command: 'knip', args: [] },
]

type Outcome = Readonly<{ name: string; code: number | null; output: string; seconds: number }>

function run(tool: (typeof tools)[number]): Promise<Outcome> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(tool.command, tool.args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      const seconds = (performance.now() - started) / 1000
      resolve({ name: tool.name, code, output: Buffer.concat(chunks).toString(), seconds })
    })
  })
}

const outcomes = await Promise.all(tools.map(run))
for (const { name, code, output, seconds } of outcomes) {
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`)
  if (code !== 0) console.log(output.trim())
}
process.exitCode = outcomes.every((outcome) => outcome.code === 0) ? 0 : 1
