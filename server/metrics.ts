import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Standing } from '#server/followers/followers.ts'

/** What `/metrics` tells Prometheus. Counts and delays only: no label ever carries an id or a name. */
export type Metrics = Readonly<{
  registry: Registry
  commands: Counter<'type' | 'outcome'>
  acknowledgement: Histogram
  consoles: Gauge
  clockDrift: Gauge
  personalReads: Counter
}>

/** What is asked when Prometheus asks. */
export type Measured = Readonly<{
  /** The last entry's seq. */
  head: () => number
  isStoring: () => boolean
  followers: () => readonly Standing[]
  /** When the last backup was taken (ms); 0: none is known. */
  lastBackup: () => number
}>

export function createMetrics(measured: Measured): Metrics {
  const registry = new Registry()
  // Includes nodejs_eventloop_lag_*: the event loop's delay.
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  measureJournal(measured, registers)
  measureFollowers(measured, registers)
  const help = 'When npm run backup last took a sound copy, 0: not known here'
  gauge({ name: 'cip_backup_success_timestamp_seconds', help, registers }, () => measured.lastBackup() / 1000)
  return {
    registry,
    commands: new Counter({
      name: 'cip_commands_total',
      help: 'Commands by type and outcome',
      labelNames: ['type', 'outcome'],
      registers,
    }),
    acknowledgement: new Histogram({
      name: 'cip_acknowledgement_seconds',
      help: 'From the arrival of a command to its acknowledgement, durable',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    consoles: new Gauge({ name: 'cip_consoles', help: 'Connected consoles', registers }),
    clockDrift: new Gauge({
      name: 'cip_clock_drift_seconds',
      help: 'How far the machine’s clock is from the time that entries bear; 0 while it is followed',
      registers,
    }),
    personalReads: new Counter({
      name: 'cip_personal_reads_total',
      help: 'Sheets of another call taker read in full',
      registers,
    }),
  }
}

function measureJournal({ head, isStoring }: Measured, registers: Registry[]): void {
  gauge({ name: 'cip_journal_head', help: 'Last sequence number', registers }, head)
  const help = '1: commands are stored; 0: the disk is full or the journal away'
  gauge({ name: 'cip_journal_storing', help, registers }, () => Number(isStoring()))
}

/** One line for each follower: `page` is the publication, `keys` the destruction of erased keys. */
function measureFollowers({ followers }: Measured, registers: Registry[]): void {
  const of = (name: string, help: string, value: (standing: Standing) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['follower'],
      registers,
      collect() {
        for (const standing of followers()) this.set({ follower: standing.name }, value(standing))
      },
    })
  of('cip_follower_position', 'Last sequence number taken', ({ seq }) => seq)
  of(
    'cip_follower_success_timestamp_seconds',
    'When it last did its part, 0: not yet',
    ({ doneAt }) => doneAt / 1000,
  )
  of('cip_follower_failing', '1: it fails or hangs, and is tried again', ({ trouble }) =>
    Number(trouble?.is === 'retried' || trouble?.is === 'parked'),
  )
  of('cip_follower_parked', '1: it has for a minute: somebody should look', ({ trouble }) =>
    Number(trouble?.is === 'parked'),
  )
  of('cip_follower_held', '1: it waits, by intention, until a person has released it', ({ trouble }) =>
    Number(trouble?.is === 'held'),
  )
}

type Named = Readonly<{ name: string; help: string; registers: Registry[] }>

function gauge(named: Named, value: () => number): Gauge {
  return new Gauge({
    ...named,
    collect() {
      this.set(value())
    },
  })
}
