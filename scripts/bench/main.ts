/**
 * `npm run bench`: every promised figure against a limit measured in the same run, as a table and as JSON
 * (`.cache/bench.json`). Servers, limit and consoles are processes of their own on this machine's loopback.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Bench, Figure, Row } from './lib/figure.ts'
import { asJson, asTable } from './lib/report.ts'
import { acknowledgement } from './rows/acknowledgement.ts'
import { fanOut } from './rows/fan-out.ts'
import { footprint } from './rows/footprint.ts'
import { importing } from './rows/importing.ts'
import { joiningRow } from './rows/joining.ts'
import { restart } from './rows/restart.ts'
import { rush } from './rows/rush.ts'
import { scripts } from './rows/scripts.ts'
import { throughput } from './rows/throughput.ts'
import { twoNodes } from './rows/two-nodes.ts'

const rows: readonly Row[] = [
  throughput,
  acknowledgement,
  fanOut,
  joiningRow,
  restart,
  twoNodes,
  footprint,
  importing,
  rush,
  ...scripts,
]

const help = `npm run bench -- [--only NAME[,NAME…]] [--quick] [--rounds 5] [--seconds 5]

  --only      measure these rows alone
  --quick     one short round in small rooms: shows that the drivers work, measures nothing
  --rounds    rounds of each measurement, interleaved with the limit's
  --seconds   length of a round of steady load

${rows.map(({ name, about }) => `  ${name.padEnd(18)}${about}`).join('\n')}
`

function chosen(only: string | undefined): readonly Row[] {
  const names = only?.split(',') ?? rows.map(({ name }) => name)
  return names.map((name) => {
    const row = rows.find((candidate) => candidate.name === name)
    if (row === undefined) throw new Error(`no row is called ${name}; see --help`)
    return row
  })
}

async function measure(row: Row, bench: Bench): Promise<readonly Figure[]> {
  bench.tell(`${row.name}: ${row.about}`)
  try {
    return await row.run(bench)
  } catch (error) {
    // The other rows are worth having; the missing one shows in the table's absence and in the exit code.
    console.error(`${row.name} was not measured:`, error)
    process.exitCode = 1
    return []
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(help)
  const folder = mkdtempSync(join(tmpdir(), 'cip-bench-'))
  const bench: Bench = {
    rounds: Number(values.rounds ?? (values.quick ? 1 : 5)),
    seconds: Number(values.seconds ?? (values.quick ? 1 : 5)),
    isQuick: values.quick,
    folder: (name) => mkdtempSync(join(folder, `${name}-`)),
    tell: (line) => console.error(`  ${line}`),
  }
  const figures: Figure[] = []
  mkdirSync('.cache', { recursive: true })
  try {
    for (const row of chosen(values.only)) {
      const measured = await measure(row, bench)
      figures.push(...measured)
      bench.tell(asTable(measured))
      // A run takes half an hour: what it has found so far is kept.
      writeFileSync('.cache/bench.json', asJson(figures))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  console.log(asTable(figures))
}

await main()
